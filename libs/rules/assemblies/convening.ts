import { deadlineOf } from '#rules/calendar/deadline.js';
import { type CivilDate, addDays } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { shareRoundedUp } from '#rules/kernel/fraction.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import { type ConveningRule, noticeDaysFor } from './convening-rule.js';

/** Who asked for a meeting. */
export type Convener =
  | { readonly kind: 'akim' }
  /** Of a territorial or public council. */
  | { readonly kind: 'chair' }
  | {
      readonly kind: 'members';
      /** Who signed the request; a name or a residence may be blank on the sheet. */
      readonly signatures: readonly { readonly name: string; readonly residence: string }[];
      /** Members of the community, or of the assembly, on the day of the request. */
      readonly members: number;
      /** Day of the district akim's positive decision. */
      readonly consentOn: CivilDate | null;
    };

/** A meeting about to be convened. */
export interface Convening {
  readonly convener: Convener;
  readonly noticeOn: CivilDate;
  readonly meetingOn: CivilDate;
  readonly place: OfficialText;
  /** How people learn of it: a newspaper, a board, a messenger, a call from house to house. */
  readonly channels: readonly string[];
  readonly agenda: readonly AssemblyQuestion[];
}

/**
 * The earliest lawful day of a meeting. The day of the notice is not counted and the meeting may be
 * on the last day of the term; days off do not move it.
 *
 * @example earliestMeetingOn('2026-12-25', 10) // → '2027-01-04'
 */
export function earliestMeetingOn(noticeOn: CivilDate, noticeDays: number): CivilDate {
  return addDays(noticeOn, noticeDays);
}

/**
 * Last day for the materials of a meeting; null where no rule asks for them.
 *
 * @example materialsDueOn('2027-01-04', assemblyRule) // → '2026-12-30'
 */
export function materialsDueOn(meetingOn: CivilDate, rule: ConveningRule): CivilDate | null {
  return rule.materialsDays === null ? null : addDays(meetingOn, -rule.materialsDays);
}

/**
 * Last day for the akim to decide on a request to convene; null where no rule sets a term.
 *
 * @throws DomainError unavailable `calendar.year_unknown`
 * @example requestDecisionBy('2026-11-20', assemblyRule) // → '2026-11-25'
 */
export function requestDecisionBy(askedOn: CivilDate, rule: ConveningRule): CivilDate | null {
  if (rule.requestWorkingDays === null) return null;
  return deadlineOf(askedOn, { kind: 'working-days', count: rule.requestWorkingDays });
}

/** How many members must sign a request: `requestersNeeded(3821, rule) // → 383`; null: none may. */
export function requestersNeeded(members: number, rule: ConveningRule): number | null {
  if (rule.requestShare === null) return null;
  return Math.max(1, Number(shareRoundedUp(BigInt(members), rule.requestShare)));
}

/**
 * All faults of a convening: who may, the notice with the earliest lawful day, place and channels.
 * What the agenda may hold is for `assessAgenda` to say.
 *
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example assessConvening({ …, noticeOn: '2026-12-25', meetingOn: '2027-01-03' }, rule)
 * // → [{ code: 'convening.short_notice', field: 'meetingOn', details: { earliest: '2027-01-04', … } }]
 */
export function assessConvening(convening: Convening, rule: ConveningRule): readonly Fault[] {
  return [
    ...convenerFaults(convening.convener, rule),
    ...noticeFaults(convening, rule),
    ...placeFaults(convening),
  ];
}

function convenerFaults(convener: Convener, rule: ConveningRule): readonly Fault[] {
  if (convener.kind === rule.convenedBy) return [];
  if (convener.kind !== 'members') return [{ code: 'convening.not_by_this', field: 'convener' }];
  const required = requestersNeeded(convener.members, rule);
  if (required === null) return [{ code: 'convening.only_the_akim', field: 'convener' }];
  return [...signatureFaults(convener.signatures, required), ...consentFaults(convener, rule)];
}

type MembersRequest = Extract<Convener, { readonly kind: 'members' }>;

function signatureFaults(
  signatures: MembersRequest['signatures'],
  required: number,
): readonly Fault[] {
  const complete = signatures.filter(
    ({ name, residence }) => name.trim() !== '' && residence.trim() !== '',
  ).length;
  const incomplete = signatures.length - complete;
  const field = 'convener';
  const faults: Fault[] = [];
  if (incomplete > 0)
    faults.push({ code: 'convening.signature_incomplete', field, details: { incomplete } });
  if (complete < required)
    faults.push({
      code: 'convening.too_few_signatures',
      field,
      details: { signed: complete, required, missing: required - complete },
    });
  return faults;
}

function consentFaults({ consentOn }: MembersRequest, rule: ConveningRule): readonly Fault[] {
  if (!rule.requestNeedsConsent || consentOn !== null) return [];
  return [{ code: 'convening.consent_missing', field: 'convener' }];
}

function noticeFaults(
  { noticeOn, meetingOn, agenda }: Convening,
  rule: ConveningRule,
): readonly Fault[] {
  const noticeDays = noticeDaysFor(agenda, rule);
  const earliest = earliestMeetingOn(noticeOn, noticeDays);
  if (meetingOn >= earliest) return [];
  const details = { earliest, noticeDays };
  return [{ code: 'convening.short_notice', field: 'meetingOn', details }];
}

function placeFaults({ place, channels }: Convening): readonly Fault[] {
  const languages = missingLanguages(place);
  const faults: Fault[] = [];
  if (languages.length > 0)
    faults.push({ code: 'convening.place_missing', field: 'place', details: { languages } });
  if (channels.every((channel) => channel.trim() === ''))
    faults.push({ code: 'convening.no_channel', field: 'channels' });
  return faults;
}
