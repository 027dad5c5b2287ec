import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { ExcludedSubject } from '#rules/rulebook/petition-subjects.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/**
 * The closed list of subjects that no petition may have on a day, in the sequence of the law; a
 * deputy's collection keeps to it too.
 *
 * @throws DomainError unavailable before petitions exist in the law
 * @law APPC art. 90-2(3)
 * @example excludedSubjectsOn('2026-11-21').length // → 16
 */
export function excludedSubjectsOn(on: CivilDate): readonly ExcludedSubject[] {
  return valueOn('petition.excluded-subjects', on);
}

/** `isExcludedSubjectOn('amnesty-and-pardon', '2026-11-21') // → false`: it is part of another group */
export function isExcludedSubjectOn(subject: string, on: CivilDate): subject is ExcludedSubject {
  return (excludedSubjectsOn(on) as readonly string[]).includes(subject);
}
