import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import { silentRuleRows } from './budget-planning-rules.js';
import type { LegalRow } from './legal-value.js';

/** Keys of how the Expert Council decides, which the national rule leaves to local acts. */
export interface CouncilProcedureValues {
  /** Least share of the Council's members that must take part in a vote. */
  readonly 'participation.council-quorum': Fraction;
  /** Share of those taking part that the votes for a proposal must exceed. */
  readonly 'participation.council-majority': Fraction;
}

type CouncilKey = keyof CouncilProcedureValues;

/**
 * Half of the members and more than half of the votes, as councils usually decide, until a local
 * act says otherwise.
 *
 * @law PR p. 75: an akimat's act on the Expert Council; no such act was read
 */
export const COUNCIL_PROCEDURE_ROWS: readonly LegalRow<CouncilKey, Fraction>[] = [
  ...silentRuleRows<CouncilKey, Fraction>({
    key: 'participation.council-quorum',
    value: fraction(1n, 2n),
    unit: 'share',
    point: '75',
  }),
  ...silentRuleRows<CouncilKey, Fraction>({
    key: 'participation.council-majority',
    value: fraction(1n, 2n),
    unit: 'share',
    point: '75',
  }),
];
