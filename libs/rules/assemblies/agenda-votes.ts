import type { Fault } from '#rules/kernel/domain-error.js';

/** How somebody voted on an agenda item. */
export type VoteSide = 'for' | 'against' | 'abstained';

/** Votes on an agenda item as the secretary writes them: raised hands counted, or names. */
export type AgendaVotes =
  | {
      readonly kind: 'by-count';
      readonly for: number;
      readonly against: number;
      readonly abstained: number;
      /** How the chair voted, where it was noted; it decides a tie. */
      readonly chairSide: VoteSide | null;
    }
  | {
      readonly kind: 'by-name';
      readonly votes: readonly { readonly memberId: string; readonly side: VoteSide }[];
      readonly chairId: string | null;
    };

/** Both forms counted. */
export interface CountedVotes {
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  readonly chairSide: VoteSide | null;
}

/**
 * Votes by name counted; votes by count as they are.
 *
 * @example countVotes({ kind: 'by-name', votes: [{ memberId: 'm1', side: 'for' }], chairId: 'm1' })
 * // → { for: 1, against: 0, abstained: 0, chairSide: 'for' }
 */
export function countVotes(votes: AgendaVotes): CountedVotes {
  if (votes.kind === 'by-count') {
    const { kind: _kind, ...counted } = votes;
    return counted;
  }
  const count = (side: VoteSide) => votes.votes.filter((vote) => vote.side === side).length;
  const chair = votes.votes.find(({ memberId }) => memberId === votes.chairId);
  return {
    for: count('for'),
    against: count('against'),
    abstained: count('abstained'),
    chairSide: chair?.side ?? null,
  };
}

/**
 * All faults of votes against those present at that moment: no more of them than people, and by name
 * only those present, each once.
 *
 * @param presentIds members present when the vote was taken
 * @example assessVotes({ kind: 'by-count', for: 9, against: 0, abstained: 0, chairSide: null }, eight)
 * // → [{ code: 'agenda-votes.more_than_present', field: 'votes', details: { cast: 9, present: 8 } }]
 */
export function assessVotes(votes: AgendaVotes, presentIds: readonly string[]): readonly Fault[] {
  return [
    ...countFaults(countVotes(votes), presentIds.length),
    ...(votes.kind === 'by-name' ? nameFaults(votes, presentIds) : []),
  ];
}

function countFaults(counted: CountedVotes, present: number): readonly Fault[] {
  const sides = [counted.for, counted.against, counted.abstained];
  if (sides.some((side) => !Number.isSafeInteger(side) || side < 0))
    return [{ code: 'agenda-votes.not_whole', field: 'votes' }];
  const cast = sides.reduce((sum, side) => sum + side, 0);
  if (cast <= present) return [];
  return [{ code: 'agenda-votes.more_than_present', field: 'votes', details: { cast, present } }];
}

function nameFaults(
  { votes }: Extract<AgendaVotes, { readonly kind: 'by-name' }>,
  presentIds: readonly string[],
): readonly Fault[] {
  const voters = votes.map(({ memberId }) => memberId);
  const twice = [...new Set(voters.filter((voter, place) => voters.indexOf(voter) !== place))];
  const absent = [...new Set(voters.filter((voter) => !presentIds.includes(voter)))];
  const faults: Fault[] = [];
  if (twice.length > 0)
    faults.push({ code: 'agenda-votes.twice', field: 'votes', details: { members: twice } });
  if (absent.length > 0)
    faults.push({ code: 'agenda-votes.not_present', field: 'votes', details: { members: absent } });
  return faults;
}
