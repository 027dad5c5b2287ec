import { DomainError, type Fault } from '#rules/kernel/domain-error.js';

/** What an author has under way in one round. */
export interface AuthorLoad {
  /** Drafts not yet submitted. */
  readonly openDrafts: number;
  /** Submitted and not withdrawn. */
  readonly submitted: number;
  /** Drafts begun in any round during the last 24 hours. */
  readonly begunLately: number;
}

/** How much one person may have under way, so that the officers' queue stays usable. */
export interface AuthorLimits {
  readonly openDrafts: number;
  readonly submitted: number;
  readonly begunLately: number;
}

/** Limits that no law sets; those on submitted proposals come from the rulebook. */
export const ORDINARY_DRAFT_LIMITS = { openDrafts: 5, begunLately: 10 } as const;

/**
 * May this resident propose for a territory? Whoever is registered in it may, at any age: the law
 * asks adulthood of voters only.
 *
 * @law PR pp. 73, 78, 82
 * @example assessAuthor(['391000000'], '391000000') // → []
 */
export function assessAuthor(
  authorTerritoryPath: readonly string[],
  roundTerritory: string,
): readonly Fault[] {
  if (authorTerritoryPath.includes(roundTerritory)) return [];
  return [{ code: 'proposal.author_from_elsewhere' }];
}

/**
 * Lets an author begin one more draft.
 *
 * @throws DomainError rule-violated `proposal.too_many_drafts`, `proposal.too_many_today`
 */
export function assertMayBeginDraft(load: AuthorLoad, limits: AuthorLimits): void {
  refuseAtLimit(load.openDrafts, limits.openDrafts, 'proposal.too_many_drafts');
  refuseAtLimit(load.begunLately, limits.begunLately, 'proposal.too_many_today');
}

/**
 * Whether one more proposal of an author may be submitted in a round.
 *
 * @example assessLoad({ submitted: 3, … }, { submitted: 3, … }) // → proposal.too_many_submitted
 */
export function assessLoad(load: AuthorLoad, limits: AuthorLimits): readonly Fault[] {
  if (load.submitted < limits.submitted) return [];
  return [{ code: 'proposal.too_many_submitted', details: { limit: limits.submitted } }];
}

function refuseAtLimit(count: number, limit: number, code: string): void {
  if (count >= limit) throw new DomainError('rule-violated', code, { limit });
}
