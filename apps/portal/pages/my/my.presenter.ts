import type {
  VotedRoundRow,
  VoterOnRollRow,
} from '#features/participation/ballots/voter.reader.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import { assessVoter } from '#rules/participation/voter-eligibility.js';
import { phaseTag } from '../rounds/round-line.presenter.js';

export interface MyMatter {
  readonly person: SignedIn;
  readonly voter: VoterOnRollRow | null;
  readonly rounds: readonly RoundRow[];
  readonly voted: readonly VotedRoundRow[];
  readonly proposals: readonly ProposalRow[];
  readonly unreadNews: number;
  readonly otherSessions: number;
}

interface Task {
  readonly text: string;
  readonly path: string;
  readonly hint?: string;
}

/** What waits for the person comes first. */
export function presentMine(mine: MyMatter, say: Wording) {
  const { person, voter, rounds, voted, proposals, otherSessions } = mine;
  return {
    title: say.t('my.title'),
    name: person.name,
    strongerProof: person.withheld ? '/sign-in?proof=staff&next=%2Fmy' : undefined,
    place: voter ? say.official(voter.place).text : '',
    tasks: [
      ...votesToCast(mine, say),
      ...proposals.flatMap((row) => proposalTask(row, say)),
      ...newsToRead(mine, say),
    ],
    rounds: rounds.length > 0 ? roundsTable(rounds, voted, say) : undefined,
    proposals: say.t('my.proposals.count', { count: proposals.length }),
    others: otherSessions > 0 ? say.t('my.sessions.others', { count: otherSessions }) : undefined,
  };
}

function votesToCast({ rounds, voted, voter }: MyMatter, say: Wording): Task[] {
  return rounds
    .filter(
      (round) => round.phase === 'voting' && !voted.some(({ roundId }) => roundId === round.id),
    )
    .filter((round) => voter !== null && mayVote(voter, round))
    .map((round) => ({
      text: say.t('my.tasks.vote', { round: say.official(round.title).text }),
      path: `/rounds/${round.id}/vote`,
      hint: say.daysLeft(
        civilDateOf(new Date(round.calendar.votingUntil.getTime() - 1)),
        round.today,
      ),
    }));
}

function mayVote({ record }: VoterOnRollRow, { territory, minimumAge, today }: RoundRow): boolean {
  return assessVoter(record, { territory, voterAge: minimumAge }, today).length === 0;
}

function proposalTask(row: ProposalRow, say: Wording): Task[] {
  const path = `/my/proposals/${row.number}`;
  const title = row.title;
  switch (row.state) {
    case 'returned': {
      const hint = row.correctBy
        ? say.t('my.tasks.until', { day: say.date(row.correctBy) })
        : undefined;
      return [{ text: say.t('my.tasks.correct', { title }), path, ...(hint ? { hint } : {}) }];
    }
    case 'provisionally-refused':
      return [{ text: say.t('my.tasks.answer', { title }), path }];
    case 'draft':
      return [
        {
          text: say.t('my.tasks.finish', { title: title || say.t('my.tasks.untitled') }),
          path: `/propose/${row.id}`,
        },
      ];
    default:
      return [];
  }
}

function newsToRead({ unreadNews }: MyMatter, say: Wording): Task[] {
  if (unreadNews === 0) return [];
  return [{ text: say.t('my.tasks.news', { count: unreadNews }), path: '/my/news' }];
}

function roundsTable(rounds: readonly RoundRow[], voted: readonly VotedRoundRow[], say: Wording) {
  return {
    caption: say.t('my.rounds.title'),
    columns: ['round', 'phase', 'mine'].map((name) => ({
      text: say.t(`my.rounds.columns.${name}`),
    })),
    rows: rounds.map((round) => ({
      cells: [
        { text: say.official(round.title).text, path: `/rounds/${round.id}` },
        { tag: phaseTag(round.phase, say) },
        presentVoted(
          round,
          voted.find(({ roundId }) => roundId === round.id),
          say,
        ),
      ],
    })),
  };
}

function presentVoted(round: RoundRow, own: VotedRoundRow | undefined, say: Wording) {
  if (own)
    return {
      text: say.t('my.rounds.voted'),
      path: `/rounds/${round.id}/vote/done`,
      detail: say.dateTime(own.castAt),
    };
  const hasVoting = ['voting', 'counting', 'deciding', 'published'].includes(round.phase);
  return { text: say.t(hasVoting ? 'my.rounds.notVoted' : 'my.rounds.notYet') };
}
