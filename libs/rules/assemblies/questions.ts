import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import type { LegalSource } from '#rules/rulebook/legal-value.js';
import { findRowOn } from '#rules/rulebook/value-on.js';
import { type BodyKind, isCommunityBody } from './body-kind.js';

/** What a body may take up, and where that is written. */
export interface TakenUp {
  readonly question: AssemblyQuestion;
  readonly source: LegalSource;
  /** Was the list read in the act itself? */
  readonly verified: boolean;
}

/**
 * The closed list of what a body takes up on a day; null for advisory bodies, whose topics no list
 * closes.
 *
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example questionsOn('separate-gathering', '2026-11-21')
 * // → [{ question: 'representatives', verified: false, … }]
 */
export function questionsOn(kind: BodyKind, on: CivilDate): readonly TakenUp[] | null {
  if (!isCommunityBody(kind)) return null;
  const rows = [findRowOn(`${kind}.questions`, on), furtherRow(kind, on)];
  return rows
    .filter((row) => row !== null)
    .flatMap(({ value, source, verified }) =>
      value.map((question) => ({ question, source, verified })),
    );
}

/**
 * Faults of an agenda: it has items, and each one is for this body to take up.
 *
 * @example assessAgenda('gathering', ['budget'], '2026-11-21')
 * // → [{ code: 'agenda.not_for_this_body', field: 'agenda', details: { number: 1, … } }]
 */
export function assessAgenda(
  kind: BodyKind,
  agenda: readonly AssemblyQuestion[],
  on: CivilDate,
): readonly Fault[] {
  if (agenda.length === 0) return [{ code: 'agenda.empty', field: 'agenda' }];
  const taken = questionsOn(kind, on)?.map(({ question }) => question);
  if (taken === undefined) return [];
  return agenda.flatMap((question, place) =>
    taken.includes(question) ? [] : [notForThisBody(kind, question, place + 1)],
  );
}

function furtherRow(kind: BodyKind, on: CivilDate) {
  return kind === 'assembly' ? findRowOn('assembly.further-questions', on) : null;
}

function notForThisBody(kind: BodyKind, question: AssemblyQuestion, number: number): Fault {
  const details = { number, question, body: kind };
  return { code: 'agenda.not_for_this_body', field: 'agenda', details };
}
