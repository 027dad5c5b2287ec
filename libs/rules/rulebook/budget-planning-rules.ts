import type { LegalNote, LegalRow, LegalUnit } from './legal-value.js';

/** A rule of points 73–87 as the redaction in force since 1 July 2026 has it. */
interface ReadRule<Key extends string, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly unit: LegalUnit;
  readonly point: string;
  readonly note?: LegalNote;
}

/**
 * Rows for a rule of the Rules of budget planning: the redaction that was read, in force since
 * 1 July 2026, and before it the first redaction of 29 April 2025, whose text was not read: towns'
 * announcements of early 2026 agree with the same values, so they stand there unverified.
 */
export function budgetPlanningRows<Key extends string, Value>(
  rule: ReadRule<Key, Value>,
): readonly LegalRow<Key, Value>[] {
  return [firstRedactionOf(rule), currentRedactionOf(rule)];
}

/**
 * A row for what the Rules of budget planning leave to local acts.
 *
 * @param rule `point` names the place where the silence is felt
 */
export function silentRuleRows<Key extends string, Value>({
  key,
  value,
  unit,
  point,
}: Omit<ReadRule<Key, Value>, 'note'>): readonly LegalRow<Key, Value>[] {
  const source = { act: 'budget-planning-rules', point, redaction: '2026-07-01' } as const;
  const from = '2025-04-29';
  const row = { key, value, unit, from, source, standing: 'default', verified: false } as const;
  return [{ ...row, note: 'law-is-silent' }];
}

function firstRedactionOf<Key extends string, Value>(
  rule: ReadRule<Key, Value>,
): LegalRow<Key, Value> {
  const { key, value, unit, point, note } = rule;
  return {
    key,
    value,
    unit,
    from: '2025-04-29',
    until: '2026-06-30',
    source: { act: 'budget-planning-rules', point, redaction: '2025-04-29' },
    standing: 'national',
    verified: false,
    note: note === 'wording-ambiguous' ? note : 'earlier-redaction-not-read',
  };
}

function currentRedactionOf<Key extends string, Value>(
  rule: ReadRule<Key, Value>,
): LegalRow<Key, Value> {
  const { key, value, unit, point, note } = rule;
  return {
    key,
    value,
    unit,
    from: '2026-07-01',
    source: { act: 'budget-planning-rules', point, redaction: '2026-07-01' },
    standing: 'national',
    verified: note !== 'wording-ambiguous',
    ...(note === undefined ? {} : { note }),
  };
}
