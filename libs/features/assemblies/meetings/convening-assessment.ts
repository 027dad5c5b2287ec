import { assessBody } from '#rules/assemblies/body-kind.js';
import { assessConvening } from '#rules/assemblies/convening.js';
import { conveningRuleOn } from '#rules/assemblies/convening-rule.js';
import { assessMeetingForm } from '#rules/assemblies/meeting-form.js';
import { assessAgenda } from '#rules/assemblies/questions.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { AgendaItemFields, MeetingFields, NoticeFields } from './meeting-fields.js';
import type { MeetingPlace } from './meeting-place.reader.js';

/** All faults of a meeting as it is entered; of a planned one all but those of the notice. */
export function meetingFaults(
  fields: MeetingFields,
  place: MeetingPlace,
  now: Date,
): readonly Fault[] {
  const { kind, agenda, notice } = fields;
  const heldOn = civilDateOf(fields.startsAt);
  return [
    ...assessBody({ kind, level: place.level }, heldOn),
    ...assessMeetingForm({ ...fields, hasBody: place.bodyId !== null }),
    ...agendaFaults(kind, agenda, heldOn),
    ...(notice ? noticeFaults({ ...fields, notice }, place, now) : []),
  ];
}

/** Faults of an agenda: for this body, with titles in both languages. */
export function agendaFaults(
  kind: MeetingFields['kind'],
  agenda: readonly AgendaItemFields[],
  on: CivilDate,
): readonly Fault[] {
  const questions = agenda.map(({ question }) => question);
  return assessAgenda(kind, questions, on);
}

/** Faults of the convening by this notice, with the earliest lawful day. */
export function noticeFaults(
  fields: Pick<MeetingFields, 'kind' | 'convener' | 'startsAt' | 'place'> & {
    readonly agenda: readonly Pick<AgendaItemFields, 'question'>[];
    readonly notice: NoticeFields;
  },
  { overrides }: MeetingPlace,
  now: Date,
): readonly Fault[] {
  const { kind, convener, startsAt, place, agenda, notice } = fields;
  const noticeOn = civilDateOf(notice.publishedAt);
  const meetingOn = civilDateOf(startsAt);
  const convening = {
    convener,
    noticeOn,
    meetingOn,
    place,
    channels: notice.channels,
    agenda: agenda.map(({ question }) => question),
  };
  const early: Fault = { code: 'convening.notice_not_yet', field: 'notice' };
  return [
    ...(notice.publishedAt > now ? [early] : []),
    ...assessConvening(convening, conveningRuleOn(kind, noticeOn, overrides)),
  ];
}
