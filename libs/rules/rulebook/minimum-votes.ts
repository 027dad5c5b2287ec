import { budgetPlanningRows } from './budget-planning-rules.js';
import type { LegalRow } from './legal-value.js';

/** Settlements that the minimum of votes tells apart. */
export type MinimumVotesKind = 'oblast-centre' | 'other-settlement' | 'republican-city-district';

type MinimumVotesKey = `participation.minimum-votes.${MinimumVotesKind}`;

/** Keys of the least number of votes with which a project may win. */
export type MinimumVotesValues = Readonly<Record<MinimumVotesKey, number>>;

/**
 * Least number of votes of a winner: 20, and 10 in settlements that are not oblast centres. The
 * wording leaves the districts of the capital and of republican cities open: the higher number
 * stands there, marked as ambiguous.
 *
 * @law PR p. 83
 */
export const MINIMUM_VOTES_ROWS: readonly LegalRow<MinimumVotesKey, number>[] = [
  ...budgetPlanningRows<MinimumVotesKey, number>({
    key: 'participation.minimum-votes.oblast-centre',
    value: 20,
    unit: 'votes',
    point: '83',
  }),
  ...budgetPlanningRows<MinimumVotesKey, number>({
    key: 'participation.minimum-votes.other-settlement',
    value: 10,
    unit: 'votes',
    point: '83',
  }),
  ...budgetPlanningRows<MinimumVotesKey, number>({
    key: 'participation.minimum-votes.republican-city-district',
    value: 20,
    unit: 'votes',
    point: '83',
    note: 'wording-ambiguous',
  }),
];
