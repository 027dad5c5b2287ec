import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { isExcludedSubjectOn } from './excluded-subjects.js';
import { assessBar, type EarlierPetition } from './repeated-subject.js';

/** The closed list of grounds of refusal; texts for people are `petitions.grounds.<code>`. */
export const PETITION_REFUSAL_GROUNDS = [
  'excluded-subject',
  'same-subject',
  'requirements-not-met',
] as const;

export type PetitionRefusalGround = (typeof PETITION_REFUSAL_GROUNDS)[number];

/** Point of the Code that each ground rests on. @law APPC art. 90-2(2)–(4) */
export const PETITION_GROUND_POINTS: Readonly<Record<PetitionRefusalGround, string>> = {
  'excluded-subject': '90-2(3)',
  'same-subject': '90-2(4)',
  'requirements-not-met': '90-2(2)',
};

/** A refusal as an officer of the check writes it. */
export interface PetitionRefusalDraft {
  readonly ground: string;
  /** Which group of the closed list, where the subject is excluded. */
  readonly subject: string | null;
  /** The other petition, where the subject is the same; null when none was named or found. */
  readonly earlier: EarlierPetition | null;
  readonly reasons: OfficialText;
}

/** `isPetitionRefusalGround('ugly') // → false` */
export function isPetitionRefusalGround(text: string): text is PetitionRefusalGround {
  return (PETITION_REFUSAL_GROUNDS as readonly string[]).includes(text);
}

/**
 * All faults of a refusal on a day: a ground of the closed list with what proves it, and reasons in
 * both languages.
 *
 * @law APPC art. 90-2(6)
 * @example assessPetitionRefusal({ ground: 'excluded-subject', subject: null, … }, day)
 * // → [{ code: 'petition-refusal.subject_unknown', field: 'subject' }]
 */
export function assessPetitionRefusal(
  draft: PetitionRefusalDraft,
  on: CivilDate,
): readonly Fault[] {
  return [...groundFaults(draft, on), ...reasonFaults(draft.reasons)];
}

function groundFaults(
  { ground, subject, earlier }: PetitionRefusalDraft,
  on: CivilDate,
): readonly Fault[] {
  if (!isPetitionRefusalGround(ground))
    return [{ code: 'petition-refusal.unknown_ground', field: 'ground' }];
  if (ground === 'same-subject') return assessBar(earlier, on);
  const isProven = ground !== 'excluded-subject' || isExcludedSubjectOn(subject ?? '', on);
  return isProven ? [] : [{ code: 'petition-refusal.subject_unknown', field: 'subject' }];
}

function reasonFaults(reasons: OfficialText): readonly Fault[] {
  const languages = missingLanguages(reasons);
  if (languages.length === 0) return [];
  return [{ code: 'petition-refusal.reasons_missing', field: 'reasons', details: { languages } }];
}
