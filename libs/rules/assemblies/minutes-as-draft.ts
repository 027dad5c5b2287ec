import { parseTenge } from '#rules/kernel/money.js';
import type { AgendaVotes } from './agenda-votes.js';
import { presentAt, type Stay } from './attendance.js';
import type { MinutesDocument, MinutesDocumentItem, MinutesVote } from './minutes-document.js';
import type { MinutesDraft, MinutesItem } from './minutes-draft.js';

/**
 * Minutes in the form in which they are checked: those present at the moment of each vote, or at the
 * end where an item was not put to one.
 */
export function minutesAsDraft(document: MinutesDocument): MinutesDraft {
  const counted = document.present.filter(({ kind }) => kind !== 'guest');
  const stays: readonly Stay[] = counted.flatMap(({ id, stays: own }) =>
    own.map((stay) => ({ memberId: id, ...stay })),
  );
  return {
    heldOn: document.heldOn,
    place: document.place,
    members: document.members,
    present: counted.map(({ id, fullName }) => ({ memberId: id, fullName })),
    chair: document.chair,
    secretary: document.secretary,
    hadQuorum: document.hadQuorum,
    items: document.items.map((item) => itemOf(item, { stays, closedAt: document.closedAt })),
  };
}

function itemOf(
  { title, heard, speeches, vote, decision, links }: MinutesDocumentItem,
  { stays, closedAt }: { readonly stays: readonly Stay[]; readonly closedAt: string },
): MinutesItem {
  return {
    title,
    heard,
    speeches,
    votes: vote && votesOf(vote),
    presentIds: presentAt(stays, vote?.votedAt ?? closedAt),
    decision,
    links: links.map(({ kind, id, amount }) => ({
      kind,
      id,
      amountTiyn: amount === null ? null : parseTenge(amount),
    })),
  };
}

function votesOf({ byName, chairSide, ...counted }: MinutesVote): AgendaVotes {
  if (byName !== null) {
    const votes = byName.map(({ id: memberId, side }) => ({ memberId, side }));
    return { kind: 'by-name', votes, chairId: null };
  }
  const { for: votesFor, against, abstained } = counted;
  return { kind: 'by-count', for: votesFor, against, abstained, chairSide };
}
