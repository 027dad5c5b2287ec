import { deadlineOf } from '#rules/calendar/deadline.js';
import { type CivilDate, addDays } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { shareRoundedUp } from '#rules/kernel/fraction.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import type { SessionKind, SessionRule } from './session-rule.js';

/** Who asked for an extraordinary session. */
export type SessionRequester =
  { readonly kind: 'akim' } | { readonly kind: 'deputies'; readonly deputyIds: readonly string[] };

export interface SessionConvening {
  readonly kind: SessionKind;
  /** Day on which deputies, the population and the akim were told. */
  readonly noticeOn: CivilDate;
  /** Day on which the deputies had the materials. */
  readonly materialsOn: CivilDate;
  readonly sessionOn: CivilDate;
  readonly place: OfficialText;
  readonly agenda: readonly { readonly title: OfficialText }[];
  /** Of an extraordinary session; null for a regular one. */
  readonly request: { readonly by: SessionRequester; readonly on: CivilDate } | null;
}

/**
 * All faults of convening a session: notice, materials, agenda, and for an extraordinary one who
 * asked and how soon it follows.
 *
 * @param deputies ids of all deputies
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example assessSessionConvening({ …, noticeOn: '2026-12-01', sessionOn: '2026-12-10' }, deputies, rule)
 * // → [{ code: 'maslikhat-session.short_notice', details: { earliest: '2026-12-11', days: 10 } }]
 */
export function assessSessionConvening(
  convening: SessionConvening,
  deputies: readonly string[],
  rule: SessionRule,
): readonly Fault[] {
  return [
    ...termFaults(convening, rule),
    ...textFaults(convening),
    ...requestFaults(convening, deputies, rule),
  ];
}

/** Least deputies who may ask: `deputiesToRequest(16, rule) // → 6` */
export function deputiesToRequest(deputies: number, rule: SessionRule): number {
  return Math.max(1, Number(shareRoundedUp(BigInt(deputies), rule.requestShare)));
}

/** Does a session that goes on after a break keep within the longest one? */
export function isBreakLawful(from: CivilDate, until: CivilDate, rule: SessionRule): boolean {
  return from <= until && until <= addDays(from, rule.breakDays);
}

function termFaults(convening: SessionConvening, rule: SessionRule): readonly Fault[] {
  const { noticeOn, materialsOn, sessionOn } = convening;
  return [
    shortOf('maslikhat-session.short_notice', sessionOn, [noticeOn, rule.noticeDays]),
    shortOf('maslikhat-session.late_materials', sessionOn, [materialsOn, rule.materialsDays]),
  ].flat();
}

function shortOf(
  code: string,
  sessionOn: CivilDate,
  [from, days]: readonly [CivilDate, number],
): readonly Fault[] {
  const earliest = addDays(from, days);
  if (sessionOn >= earliest) return [];
  return [{ code, field: 'sessionOn', details: { earliest, days } }];
}

function textFaults({ place, agenda }: SessionConvening): readonly Fault[] {
  const faults: Fault[] = [];
  if (missingLanguages(place).length > 0)
    faults.push({ code: 'maslikhat-session.place_missing', field: 'place' });
  if (agenda.length === 0) faults.push({ code: 'maslikhat-session.agenda_empty', field: 'agenda' });
  if (agenda.some(({ title }) => missingLanguages(title).length > 0))
    faults.push({ code: 'maslikhat-session.question_unnamed', field: 'agenda' });
  return faults;
}

function requestFaults(
  { kind, request, sessionOn }: SessionConvening,
  deputies: readonly string[],
  rule: SessionRule,
): readonly Fault[] {
  if (kind === 'regular') return [];
  if (request === null) return [{ code: 'maslikhat-session.request_missing', field: 'request' }];
  const term = { kind: 'working-days', count: rule.requestWorkingDays } as const;
  const by = deadlineOf(request.on, term);
  const late = { code: 'maslikhat-session.after_term', field: 'sessionOn', details: { by } };
  return [...requesterFaults(request.by, deputies, rule), ...(sessionOn > by ? [late] : [])];
}

function requesterFaults(
  by: SessionRequester,
  deputies: readonly string[],
  rule: SessionRule,
): readonly Fault[] {
  if (by.kind === 'akim') return [];
  const signed = new Set(by.deputyIds.filter((id) => deputies.includes(id))).size;
  const required = deputiesToRequest(deputies.length, rule);
  if (signed >= required) return [];
  const details = { signed, required };
  return [{ code: 'maslikhat-session.too_few_requesters', field: 'request', details }];
}
