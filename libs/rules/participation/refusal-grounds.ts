import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** The closed list of grounds of refusal; texts for people are `grounds.<code>`. */
export const REFUSAL_GROUNDS = [
  'outside-categories',
  'over-cap',
  'not-common-use',
  'not-relevant',
  'duplicate',
  'no-competence',
  'fragmentary',
  'against-priorities',
  'private-commercial',
  'like-implemented',
] as const;

export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/**
 * Point of the Rules of budget planning that each ground rests on.
 *
 * @law PR pp. 76, 77, 79–81
 */
export const REFUSAL_GROUND_POINTS: Readonly<Record<RefusalGround, string>> = {
  'outside-categories': '76',
  'over-cap': '77',
  'not-common-use': '79',
  'not-relevant': '79',
  duplicate: '80',
  'no-competence': '80',
  fragmentary: '81',
  'against-priorities': '81',
  'private-commercial': '81',
  'like-implemented': '81',
};

/** A refusal as an officer or the Expert Council writes it. */
export interface RefusalDraft {
  readonly grounds: readonly string[];
  /** Why the grounds hold for this proposal, in both official languages. */
  readonly reasons: OfficialText;
}

/** `isRefusalGround('duplicate') // → true` */
export function isRefusalGround(text: string): text is RefusalGround {
  return (REFUSAL_GROUNDS as readonly string[]).includes(text);
}

/**
 * All faults of a refusal: it stands on grounds of the closed list, each named once, and says why.
 *
 * @example assessRefusal({ grounds: ['ugly'], reasons: { kk: '', ru: '' } })
 * // → codes refusal.unknown_ground, refusal.reasons_missing
 */
export function assessRefusal({ grounds, reasons }: RefusalDraft): readonly Fault[] {
  const faults: Fault[] = [];
  if (grounds.length === 0) faults.push({ code: 'refusal.no_grounds', field: 'grounds' });
  const unknown = grounds.filter((ground) => !isRefusalGround(ground));
  if (unknown.length > 0) {
    faults.push({ code: 'refusal.unknown_ground', field: 'grounds', details: { unknown } });
  }
  if (new Set(grounds).size < grounds.length) {
    faults.push({ code: 'refusal.ground_twice', field: 'grounds' });
  }
  const languages = missingLanguages(reasons);
  if (languages.length > 0) {
    faults.push({ code: 'refusal.reasons_missing', field: 'reasons', details: { languages } });
  }
  return faults;
}
