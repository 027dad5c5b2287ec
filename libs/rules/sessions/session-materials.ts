import { type CivilDate, addDays, daysBetween } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { isFinalSessionState, type SessionState } from './session-lifecycle.js';
import type { SessionRule } from './session-rule.js';

/** A paper for the deputies, on one question of the agenda. */
export interface MaterialDraft {
  readonly question: number;
  readonly title: OfficialText;
  readonly files: number;
  readonly link: string | null;
}

/**
 * Last day on which deputies must have the materials.
 *
 * @law LSG arts. 5–15: five days before a session, three before an extraordinary one (`law.md` 4.1)
 * @example materialsDueOn('2026-12-11', regular) // → '2026-12-06'
 */
export function materialsDueOn(sessionOn: CivilDate, rule: SessionRule): CivilDate {
  return addDays(sessionOn, -rule.materialsDays);
}

/** Days by which a paper came too late; 0 in time. Late papers are shown as late, not refused. */
export function materialLateDays(handedOn: CivilDate, dueOn: CivilDate): number {
  return Math.max(0, daysBetween(dueOn, handedOn));
}

/** All faults of a paper: a question that is there, a title in both languages, a file or a link. */
export function assessMaterial(
  { question, title, files, link }: MaterialDraft,
  session: { readonly questions: number; readonly state: SessionState },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (isFinalSessionState(session.state)) faults.push({ code: 'maslikhat-session.over' });
  if (question < 1 || question > session.questions)
    faults.push({ code: 'maslikhat-session.question_unknown', field: 'question' });
  if (missingLanguages(title).length > 0)
    faults.push({ code: 'maslikhat-session.material_unnamed', field: 'title' });
  if (files === 0 && link === null)
    faults.push({ code: 'maslikhat-session.material_empty', field: 'file' });
  return faults;
}
