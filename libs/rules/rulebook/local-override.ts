import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type Fraction, compareFractions } from '#rules/kernel/fraction.js';
import type { LegalKey, LegalValues } from './legal-rows.js';
import type { LegalSource, LegalStanding } from './legal-value.js';
import { type LegalRowOf, getRowOn } from './value-on.js';

/** How far a local act may depart from the national value. */
export type OverrideLimit = 'fixed' | 'at-least' | 'at-most' | 'free';

/** A value set by a local act (an akimat's resolution) for one territory. */
export interface LocalOverride<Key extends LegalKey = LegalKey> {
  readonly key: Key;
  readonly value: LegalValues[Key];
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  /** Kind, number and day of the act, as it calls itself. */
  readonly act: string;
}

/** The value for one territory on a day, and on what it rests. */
export type TerritorialValue<Key extends LegalKey> =
  | {
      readonly basis: LegalStanding;
      readonly value: LegalValues[Key];
      readonly source: LegalSource;
    }
  | { readonly basis: 'local'; readonly value: LegalValues[Key]; readonly act: string };

/** For each key, what a local act may do with it: a new key does not compile until decided. */
const OVERRIDE_LIMITS: Readonly<Record<LegalKey, OverrideLimit>> = {
  mci: 'fixed',
  'participation.announcement-by': 'at-most',
  'participation.council-created-by': 'at-most',
  'participation.intake-from': 'at-most',
  'participation.intake-until': 'at-least',
  'participation.review-until': 'at-most',
  'participation.voting-from': 'free',
  'participation.voting-until': 'at-most',
  'participation.decision-by': 'at-most',
  'participation.voter-age': 'fixed',
  'participation.district-city-population-above': 'fixed',
  'participation.categories': 'fixed',
  'participation.group-07-floor.republican-city-district': 'at-least',
  'participation.group-07-floor.oblast-city': 'at-least',
  'participation.group-07-floor.district-city': 'at-least',
  'participation.cost-cap.republican-city-district': 'at-most',
  'participation.cost-cap.oblast-city': 'at-most',
  'participation.cost-cap.district-city': 'at-most',
  'participation.minimum-votes.oblast-centre': 'at-least',
  'participation.minimum-votes.other-settlement': 'at-least',
  'participation.minimum-votes.republican-city-district': 'at-least',
  'participation.report-every-months': 'at-most',
  'participation.report-by-day': 'at-most',
  'participation.projects-per-ballot': 'free',
  'participation.proposals-per-author': 'free',
  'participation.correction-working-days': 'free',
  'participation.appeal-working-days': 'free',
  'participation.re-examination-working-days': 'free',
  'participation.council-quorum': 'free',
  'participation.council-majority': 'free',
  'maslikhat.deputies-at-most.region': 'fixed',
  'maslikhat.deputies-at-most.city': 'fixed',
  'maslikhat.deputies-at-most.district': 'fixed',
  'maslikhat.deputy-age': 'fixed',
  'maslikhat.term-years': 'fixed',
  'maslikhat.commissions-at-most': 'fixed',
  'maslikhat.inquiry-answer-months': 'fixed',
  'petition.large-population-above': 'fixed',
  'petition.threshold.government': 'fixed',
  'petition.threshold.oblast-maslikhat': 'fixed',
  'petition.threshold.oblast-akimat': 'fixed',
  'petition.threshold.district-maslikhat.large': 'fixed',
  'petition.threshold.district-maslikhat.small': 'fixed',
  'petition.threshold.local-executive.large': 'fixed',
  'petition.threshold.local-executive.small': 'fixed',
  'petition.founding-signatures': 'fixed',
  'petition.founding-working-days': 'fixed',
  'petition.check-working-days': 'fixed',
  'petition.joining-months': 'fixed',
  'petition.notice-working-days': 'fixed',
  'petition.answer-working-days.local': 'fixed',
  'petition.answer-working-days.central': 'fixed',
  'petition.discussion-notice-working-days': 'fixed',
  'petition.posting-working-days': 'fixed',
  'petition.repeat-bar-months': 'fixed',
  'petition.signer-age': 'free',
  'petition.excluded-subjects': 'fixed',
  'community.member-age': 'fixed',
  'assembly.population-up-to.small': 'free',
  'assembly.population-up-to.middle': 'free',
  'assembly.population-up-to.large': 'free',
  'assembly.size-at-least.small': 'free',
  'assembly.size-at-least.middle': 'free',
  'assembly.size-at-least.large': 'free',
  'assembly.size-at-least.largest': 'free',
  'assembly.size-at-most.small': 'free',
  'assembly.size-at-most.middle': 'free',
  'assembly.size-at-most.large': 'free',
  'assembly.size-at-most.largest': 'fixed',
  'assembly.delegates-per-settlement': 'at-least',
  'assembly.term-months': 'fixed',
  'separate-gathering.representatives-at-most': 'free',
  'gathering.notice-days': 'at-least',
  'assembly.notice-days': 'at-least',
  'assembly.candidates-notice-days': 'at-least',
  'separate-gathering.notice-days': 'free',
  'assembly.materials-days': 'free',
  'gathering.convening-share': 'fixed',
  'assembly.convening-share': 'fixed',
  'assembly.request-working-days': 'free',
  'gathering.quorum': 'fixed',
  'assembly.quorum': 'fixed',
  'separate-gathering.quorum': 'free',
  'territorial-council.quorum': 'free',
  'public-council.quorum': 'free',
  'gathering.majority': 'fixed',
  'assembly.majority': 'fixed',
  'separate-gathering.majority': 'free',
  'territorial-council.majority': 'free',
  'public-council.majority': 'free',
  'gathering.chair-votes': 'free',
  'assembly.chair-votes': 'free',
  'separate-gathering.chair-votes': 'free',
  'gathering.questions': 'fixed',
  'assembly.questions': 'fixed',
  'assembly.further-questions': 'free',
  'separate-gathering.questions': 'free',
  'minutes.remarks-days': 'free',
  'gathering.handover-working-days': 'free',
  'assembly.handover-working-days': 'free',
  'separate-gathering.handover-working-days': 'free',
  'assembly.dismissal-handover-working-days': 'free',
  'akim-answer.working-days': 'free',
  'akim-answer.superior-working-days': 'free',
  'monitoring.every-months': 'fixed',
  'akim-dismissal.refused-reports': 'fixed',
  'akim-dismissal.deputies-share': 'fixed',
  'akim-dismissal.signatures-working-days': 'fixed',
  'akim-dismissal.check-working-days': 'fixed',
  'akim-dismissal.session-months': 'fixed',
  'akim-dismissal.majority': 'fixed',
  'akim-dismissal.superior-working-days': 'fixed',
  'akim-dismissal.repeat-months': 'fixed',
};

/** What a local act may do with a key: `overrideLimitOf('mci') // → 'fixed'` */
export function overrideLimitOf(key: LegalKey): OverrideLimit {
  return OVERRIDE_LIMITS[key];
}

/**
 * All faults of a local act's value: it may be stricter within the national rule and never breaks
 * it, and it names the act it stands in.
 *
 * @example assessLocalOverride({ key: 'participation.minimum-votes.oblast-centre', value: 19, … })
 * // → [{ code: 'override.below_national', details: { national: '20', … } }]
 */
export function assessLocalOverride(override: LocalOverride): readonly Fault[] {
  const faults: Fault[] = [];
  if (override.act.trim() === '') faults.push({ code: 'override.act_missing', field: 'act' });
  if (override.until !== null && override.until < override.from) {
    faults.push({ code: 'override.period_reversed', field: 'until' });
  }
  const departure = departureOf(override, getRowOn(override.key, override.from));
  return departure === null ? faults : [...faults, departure];
}

/**
 * The value for a territory on a day: the local one in force then, unless the national rule has
 * meanwhile become stricter than it, else the national one.
 *
 * @param overrides the acts of this territory, the later one first where two overlap
 */
export function valueForTerritoryOn<Key extends LegalKey>(
  key: Key,
  on: CivilDate,
  overrides: readonly LocalOverride[],
): TerritorialValue<Key> {
  const national = getRowOn(key, on);
  const local = overrides.find((override) => isLawfulOn(override, national, on));
  if (local === undefined) {
    return { basis: national.standing, value: national.value, source: national.source };
  }
  return { basis: 'local', value: local.value as LegalValues[Key], act: local.act };
}

function isLawfulOn(
  override: LocalOverride,
  national: LegalRowOf<LegalKey>,
  on: CivilDate,
): boolean {
  return (
    override.key === national.key &&
    override.from <= on &&
    (override.until === null || on <= override.until) &&
    departureOf(override, national) === null
  );
}

function departureOf(override: LocalOverride, national: LegalRowOf<LegalKey>): Fault | null {
  const code = departureCode(override, national);
  if (code === null) return null;
  const details = { key: override.key, national: textOf(national.value), source: national.source };
  return { code, field: 'value', details };
}

function departureCode(override: LocalOverride, national: LegalRowOf<LegalKey>): string | null {
  const limit = overrideLimitOf(override.key);
  if (limit === 'free') return null;
  if (limit === 'fixed') return 'override.fixed_by_law';
  const side = compareValues(override.value, national.value);
  if (limit === 'at-least' && side < 0) return 'override.below_national';
  if (limit === 'at-most' && side > 0) return 'override.above_national';
  return null;
}

type AnyValue = LegalValues[LegalKey];

function compareValues(a: AnyValue, b: AnyValue): number {
  if (isFraction(a) && isFraction(b)) return compareFractions(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(value: AnyValue): string {
  return isFraction(value) ? `${value.num}/${value.den}` : String(value);
}

function isFraction(value: AnyValue): value is Fraction {
  return typeof value === 'object' && 'den' in value;
}
