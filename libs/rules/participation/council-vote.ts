import type { Fault } from '#rules/kernel/domain-error.js';

/** How one member of the Expert Council (Сараптамалық кеңес) voted on one proposal. */
export interface CouncilVote {
  readonly memberId: string;
  readonly vote: 'for' | 'against' | 'abstained';
  /** The member has declared a conflict of interest in this proposal. */
  readonly hasConflict: boolean;
}

/** The Council's vote counted; an even vote is a result of its own, never decided in silence. */
export interface CouncilOutcome {
  readonly kind: 'admitted' | 'refused' | 'tie';
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}

/**
 * All faults of a vote of the Council: there is one, by members only, each once, and whoever has
 * declared a conflict of interest abstains.
 *
 * @law PR pp. 75, 80, 83 are silent on quorum and majority: local acts (`law.md` 1.2)
 */
export function assessCouncilVotes(
  votes: readonly CouncilVote[],
  memberIds: readonly string[],
): readonly Fault[] {
  const voters = votes.map(({ memberId }) => memberId);
  const faults: Fault[] = [];
  if (votes.length === 0) faults.push({ code: 'council.no_votes', field: 'votes' });
  if (new Set(voters).size < voters.length) {
    faults.push({ code: 'council.member_voted_twice', field: 'votes' });
  }
  if (voters.some((voter) => !memberIds.includes(voter))) {
    faults.push({ code: 'council.not_a_member', field: 'votes' });
  }
  if (votes.some(({ hasConflict, vote }) => hasConflict && vote !== 'abstained')) {
    faults.push({ code: 'council.conflict_of_interest', field: 'votes' });
  }
  return faults;
}

/**
 * The outcome by more votes for than against.
 *
 * @example countCouncilVotes(nineForOneAgainst) // → { kind: 'admitted', for: 9, against: 1, abstained: 0 }
 */
export function countCouncilVotes(votes: readonly CouncilVote[]): CouncilOutcome {
  const count = (side: CouncilVote['vote']) => votes.filter(({ vote }) => vote === side).length;
  const [inFavour, against] = [count('for'), count('against')];
  const kind = inFavour > against ? 'admitted' : inFavour < against ? 'refused' : 'tie';
  return { kind, for: inFavour, against, abstained: count('abstained') };
}
