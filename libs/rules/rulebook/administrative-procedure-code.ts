import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { LegalNote, LegalRow, LegalUnit } from './legal-value.js';

/** Chapter 12-1 on petitions came into force, and the state portal opened. */
export const PETITIONS_SINCE: CivilDate = '2024-04-04';

/**
 * First day of chapter 12-1 as amended by Law No 246-VIII of 30 December 2025: sixty calendar days
 * after its publication. The day of publication was not seen; the redaction of 9 January 2026 does
 * not have the change and that of 19 March 2026 has it.
 */
export const PETITIONS_AMENDED: CivilDate = '2026-03-02';

/** A rule of chapter 12-1 that both redactions have alike. */
interface LastingRule<Key extends string, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly unit: LegalUnit;
  readonly point: string;
}

/** A rule that the amendment changed. */
interface AmendedRule<Key extends string, Value> extends LastingRule<Key, Value> {
  readonly former: Value;
}

/** The row of a rule that has stood unchanged since petitions exist. */
export function lastingPetitionRows<Key extends string, Value>(
  rule: LastingRule<Key, Value>,
): readonly LegalRow<Key, Value>[] {
  return [petitionRow(rule, { from: PETITIONS_SINCE })];
}

/** The rows of a rule before and after the amendment of 2026. */
export function amendedPetitionRows<Key extends string, Value>({
  former,
  ...rule
}: AmendedRule<Key, Value>): readonly LegalRow<Key, Value>[] {
  return [
    petitionRow({ ...rule, value: former }, { from: PETITIONS_SINCE, until: '2026-03-01' }),
    petitionRow(rule, { from: PETITIONS_AMENDED, note: 'first-day-worked-out' }),
  ];
}

/** The row of a rule that only the amendment brought. */
export function newPetitionRows<Key extends string, Value>(
  rule: LastingRule<Key, Value>,
): readonly LegalRow<Key, Value>[] {
  return [petitionRow(rule, { from: PETITIONS_AMENDED, note: 'first-day-worked-out' })];
}

interface InForce {
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly note?: LegalNote;
}

function petitionRow<Key extends string, Value>(
  { point, ...rule }: LastingRule<Key, Value>,
  period: InForce,
): LegalRow<Key, Value> {
  const source = { act: 'administrative-procedure-code', point, redaction: period.from } as const;
  return { ...rule, ...period, source, standing: 'national', verified: true };
}
