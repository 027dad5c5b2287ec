import type { Fraction } from '#rules/kernel/fraction.js';
import { LEGAL_ACTS } from '#rules/rulebook/legal-acts.js';
import type { AnyLegalRow, LegalKey, LegalValues } from '#rules/rulebook/legal-rows.js';
import type { LegalUnit } from '#rules/rulebook/legal-value.js';
import { overrideLimitOf } from '#rules/rulebook/override-limits.js';
import type { LocalOverrideRow } from '#features/registry/local-acts/local-override.reader.js';
import { presentMoney, type MoneyView } from '../money.js';

export type LegalValueView = string | number | readonly string[] | MoneyView;

/** A legal value in force on the day asked about, with its source and what local acts set instead. */
export function presentLegalRow(row: AnyLegalRow, overrides: readonly LocalOverrideRow[]) {
  return {
    key: row.key,
    value: presentValue(row.value, row.unit),
    unit: row.unit,
    from: row.from,
    until: row.until ?? null,
    source: { ...row.source, ...LEGAL_ACTS[row.source.act] },
    standing: row.standing,
    verified: row.verified,
    note: row.note ?? null,
    localActsMay: overrideLimitOf(row.key),
    overrides: overrides
      .filter((override) => override.key === row.key)
      .map((override) => presentOverride(override, row.unit)),
  };
}

export type LegalRowView = ReturnType<typeof presentLegalRow>;

function presentOverride(override: LocalOverrideRow, unit: LegalUnit) {
  return {
    id: override.id,
    territory: override.territory,
    territoryName: override.territoryName,
    value: presentValue(override.value, unit),
    from: override.from,
    until: override.until,
    act: override.act,
  };
}

function presentValue(value: LegalValues[LegalKey], unit: LegalUnit): LegalValueView {
  if (typeof value === 'bigint') return unit === 'tiyn' ? presentMoney(value) : String(value);
  return isFraction(value) ? `${value.num}/${value.den}` : value;
}

function isFraction(value: LegalValues[LegalKey]): value is Fraction {
  return typeof value === 'object' && 'den' in value;
}
