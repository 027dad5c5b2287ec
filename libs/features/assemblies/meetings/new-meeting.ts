import { v7 } from 'uuid';
import { hasSeats } from '#rules/assemblies/body-kind.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { AgendaItemRecord } from './agenda-item.record.js';
import type { AgendaItemFields, MeetingFields, NoticeFields } from './meeting-fields.js';
import type { StoredConvener } from './meeting-row.js';
import type { MeetingRecord } from './meeting.record.js';

/** What a new meeting is made of beside what was entered. */
export interface NewMeeting {
  readonly id: string;
  readonly bodyId: string | null;
  readonly createdBy: string;
  readonly at: Date;
}

/** The row of a meeting: convened where its notice is out, planned where it is not. */
export function newMeeting(
  fields: MeetingFields,
  { id, bodyId, createdBy, at }: NewMeeting,
): MeetingRecord {
  const { kind, part, startsAt, place, notice } = fields;
  return {
    id,
    territoryKato: fields.territory,
    kind,
    bodyId: hasSeats(kind) ? bodyId : null,
    partKk: part?.kk ?? null,
    partRu: part?.ru ?? null,
    state: notice ? 'convened' : 'planned',
    startsAt,
    heldOn: civilDateOf(startsAt),
    placeKk: place.kk,
    placeRu: place.ru,
    convener: storedConvener(fields),
    members: hasSeats(kind) ? null : fields.members,
    membersSource: hasSeats(kind) ? null : fields.membersSource,
    ...noticeColumns(notice),
    broadcastUrl: fields.broadcastUrl,
    recordingUrl: null,
    repeatsMinutesId: fields.repeatsMinutes,
    ...NOT_HELD_YET,
    createdBy,
    createdAt: at,
    version: 1,
  };
}

/** The rows of an agenda, numbered as they stand. */
export function agendaOf(
  meetingId: string,
  agenda: readonly AgendaItemFields[],
): readonly AgendaItemRecord[] {
  return agenda.map((item, place) => ({
    id: v7(),
    meetingId,
    number: place + 1,
    question: item.question,
    titleKk: item.title.kk,
    titleRu: item.title.ru,
    rapporteur: item.rapporteur,
    links: item.links,
    reportUrl: item.reportUrl,
    version: 1,
  }));
}

/** The columns of a notice; empty ones where there is none yet. */
export function noticeColumns(notice: NoticeFields | null) {
  return {
    noticeOn: notice && civilDateOf(notice.publishedAt),
    noticeAt: notice?.publishedAt ?? null,
    noticeKk: notice?.text.kk ?? '',
    noticeRu: notice?.text.ru ?? '',
    channels: [...(notice?.channels ?? [])],
  };
}

/** Who signed a request stays on its sheet; how many did is kept. */
function storedConvener({ convener }: MeetingFields): StoredConvener {
  if (convener.kind !== 'members') return { kind: convener.kind };
  const { signatures, members, consentOn } = convener;
  return { kind: 'members', signatures: signatures.length, members, consentOn };
}

const NOT_HELD_YET = {
  openedAt: null,
  closedAt: null,
  chairId: null,
  secretaryId: null,
  cancelledKk: null,
  cancelledRu: null,
  minutesDueOn: null,
  overdueNotedAt: null,
} as const;
