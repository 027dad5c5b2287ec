import { amendedPetitionRows } from './administrative-procedure-code.js';
import type { LegalRow } from './legal-value.js';

/** Groups of subjects that no petition may have; texts for people are `excludedSubjects.<code>`. */
export type ExcludedSubject =
  (typeof EXCLUDED_SUBJECTS_OF_2024)[number] | (typeof EXCLUDED_SUBJECTS_OF_2026)[number];

/** The closed list as it stood first: seventeen groups. */
export const EXCLUDED_SUBJECTS_OF_2024 = [
  'rights-violations',
  'constitutional-order',
  'foundations-of-the-state',
  'territory-and-border',
  'investigation-and-justice',
  'prosecutors-supervision',
  'intelligence-and-law-enforcement',
  'procedural-laws',
  'defence-and-security',
  'amnesty-and-pardon',
  'appointments',
  'international-treaties',
  'elections-and-referendum',
  'state-symbols',
  'state-language',
  'competence-of-state-bodies',
  'emergency-decisions',
] as const;

/**
 * The closed list since the amendment: sixteen groups. Amnesty joined the second one; honour,
 * accord, norms of the Constitution, labour law, parties, and the creation and abolition of bodies
 * and organisations were added.
 */
export const EXCLUDED_SUBJECTS_OF_2026 = [
  'rights-violations',
  'order-honour-accord-amnesty',
  'foundations-and-constitution',
  'territory-and-border',
  'law-enforcement-and-courts',
  'prosecutors-supervision',
  'intelligence-and-guard',
  'procedural-and-labour-laws',
  'defence-security-extremism-drugs',
  'international-treaties',
  'appointments',
  'elections-parties-kurultai',
  'state-symbols',
  'state-language',
  'competence-and-existence-of-bodies',
  'emergency-decisions',
] as const;

/** Key of the closed list of excluded subjects. */
export interface PetitionSubjectValues {
  readonly 'petition.excluded-subjects': readonly ExcludedSubject[];
}

/** @law APPC art. 90-2(3) */
export const PETITION_SUBJECT_ROWS: readonly LegalRow<
  'petition.excluded-subjects',
  readonly ExcludedSubject[]
>[] = amendedPetitionRows<'petition.excluded-subjects', readonly ExcludedSubject[]>({
  key: 'petition.excluded-subjects',
  former: EXCLUDED_SUBJECTS_OF_2024,
  value: EXCLUDED_SUBJECTS_OF_2026,
  unit: 'subjects',
  point: '90-2(3)',
});
