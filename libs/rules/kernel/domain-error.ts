/** How a refusal travels: each kind has one HTTP status (see platform/http). */
export type DomainErrorKind =
  | 'not-found'
  | 'unauthenticated'
  | 'forbidden'
  | 'conflict'
  | 'rule-violated'
  | 'stale'
  | 'unavailable';

/** Plain values that explain a refusal; money and big numbers as strings. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * A refusal that people are told about. `code` finds its text in the kk / ru / en catalogue
 * (`errors.<code>`); the English message is for logs only and never holds personal data.
 *
 * @example throw new DomainError('conflict', 'petition.already_signed', { number: 141 });
 */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** One fault among several, said at once: `{ field: 'budget', code: 'round.pot_missing' }`. */
export interface Fault {
  readonly code: string;
  readonly field?: string;
  readonly details?: ErrorDetails;
}

/**
 * Throws when any fault was found, naming all of them.
 *
 * @example assertNoFaults('round.invalid', assessRound(draft));
 */
export function assertNoFaults(code: string, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DomainError('rule-violated', code, { faults });
}
