import { decideItem } from './agenda-decision.js';
import { type AgendaVotes, countVotes } from './agenda-votes.js';
import { type CountedHall, countQuorum } from './counted-hall.js';
import type { MinutesDocumentItem, MinutesVote } from './minutes-document.js';

/** An agenda item as it was written; its votes as they were taken, and when. */
export interface ItemSource extends Omit<MinutesDocumentItem, 'vote'> {
  readonly votes: AgendaVotes | null;
  readonly votedAt: string | null;
}

/** An item of the minutes, its vote counted against the hall of that moment. */
export function makeItem(source: ItemSource, hall: CountedHall): MinutesDocumentItem {
  const { votes, votedAt, ...item } = source;
  if (votes === null || votedAt === null) return { ...item, vote: null };
  return { ...item, vote: voteOf(votes, votedAt, hall) };
}

function voteOf(votes: AgendaVotes, votedAt: string, hall: CountedHall): MinutesVote {
  const counted = countVotes(votes);
  const quorum = countQuorum(hall, votedAt);
  const { kind, reason, required } = decideItem(counted, quorum.present, hall.rule);
  const byName =
    votes.kind === 'by-count'
      ? null
      : votes.votes.map(({ memberId: id, side }) => ({ id, fullName: hall.nameOf(id), side }));
  return { votedAt, ...counted, byName, quorum, outcome: kind, reason, required };
}
