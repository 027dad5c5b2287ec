import { budgetPlanningRows } from './budget-planning-rules.js';
import type { LegalRow } from './legal-value.js';

/** Keys of who takes part and where. */
export interface ParticipationPeopleValues {
  /** Full years from which a resident votes. */
  readonly 'participation.voter-age': number;
  /** A district-significance city takes part when it has more people than this. */
  readonly 'participation.district-city-population-above': number;
}

type PeopleKey = keyof ParticipationPeopleValues;

/** @law PR pp. 74, 82; `adult` (совершеннолетний) is read by the Civil Code */
export const PARTICIPATION_PEOPLE_ROWS: readonly LegalRow<PeopleKey, number>[] = [
  ...budgetPlanningRows<PeopleKey, number>({
    key: 'participation.voter-age',
    value: 18,
    unit: 'years-of-age',
    point: '82',
    note: 'adult-by-civil-code',
  }),
  ...budgetPlanningRows<PeopleKey, number>({
    key: 'participation.district-city-population-above',
    value: 10_000,
    unit: 'people',
    point: '74',
  }),
];
