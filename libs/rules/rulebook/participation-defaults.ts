import { silentRuleRows } from './budget-planning-rules.js';
import type { LegalRow } from './legal-value.js';

/** Keys of what the national rule leaves to local acts. */
export interface ParticipationDefaultValues {
  /** Projects on one approval ballot. */
  readonly 'participation.projects-per-ballot': number;
  /** Proposals that one author may submit in a round. */
  readonly 'participation.proposals-per-author': number;
  /** For the author to correct a returned proposal. */
  readonly 'participation.correction-working-days': number;
  /** For the author to object to a provisional refusal. */
  readonly 'participation.appeal-working-days': number;
  /** For another officer to decide on the objection. */
  readonly 'participation.re-examination-working-days': number;
}

type DefaultKey = keyof ParticipationDefaultValues;

/**
 * Values where the law is silent, taken from Almaty's practice (three projects a resident; in 2020
 * four days for remarks and two for the re-examination) until a local act says otherwise.
 *
 * @law PR pp. 78–82 are silent (`law.md` 1.2)
 */
export const PARTICIPATION_DEFAULT_ROWS: readonly LegalRow<DefaultKey, number>[] = [
  ...silentRuleRows<DefaultKey, number>({
    key: 'participation.projects-per-ballot',
    value: 3,
    unit: 'projects',
    point: '82',
  }),
  // Almaty and Karaganda take one; a town that wants so sets it by its own act.
  ...silentRuleRows<DefaultKey, number>({
    key: 'participation.proposals-per-author',
    value: 3,
    unit: 'projects',
    point: '78',
  }),
  ...silentRuleRows<DefaultKey, number>({
    key: 'participation.correction-working-days',
    value: 4,
    unit: 'working-days',
    point: '80',
  }),
  ...silentRuleRows<DefaultKey, number>({
    key: 'participation.appeal-working-days',
    value: 4,
    unit: 'working-days',
    point: '81',
  }),
  ...silentRuleRows<DefaultKey, number>({
    key: 'participation.re-examination-working-days',
    value: 2,
    unit: 'working-days',
    point: '81',
  }),
];
