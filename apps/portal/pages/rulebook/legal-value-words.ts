import type { Fraction } from '#rules/kernel/fraction.js';
import type { LegalKey, LegalValues } from '#rules/rulebook/legal-rows.js';
import type { LegalUnit } from '#rules/rulebook/legal-value.js';
import type { Wording } from '#platform/views/wording.js';

type AnyValue = LegalValues[LegalKey];

/** Any year: only the day and the month are shown. */
const SOME_YEAR = '2024';

/** A legal value as people read it, with its unit: «15 000 АЕК», «20 қаңтар», «10 %». */
export function legalValueWords(value: AnyValue, unit: LegalUnit, say: Wording): string {
  if (unit === 'tiyn' && typeof value === 'bigint') return say.money(value);
  if (isFraction(value)) return say.percent(value.num, value.den);
  if (typeof value === 'object')
    return say.list(value.map((code) => say.t(`${listOf(unit)}.${code}`)));
  if (typeof value === 'string') return say.day(`${SOME_YEAR}-${value}`);
  return say.t('rules.valueUnit', {
    value,
    unit: say.t(`legalUnits.${unit}`, { count: Number(value) }),
  });
}

/** Where the texts of a closed list stand. */
function listOf(unit: LegalUnit): 'assemblyQuestions' | 'excludedSubjects' | 'categories' {
  if (unit === 'questions') return 'assemblyQuestions';
  return unit === 'subjects' ? 'excludedSubjects' : 'categories';
}

function isFraction(value: AnyValue): value is Fraction {
  return typeof value === 'object' && 'den' in value;
}
