import type { ListedMeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import { type CalendarEvent, writeICalendar } from '#platform/icalendar/write-icalendar.js';
import type { Wording } from '#platform/views/wording.js';
import { meetingName } from './meeting-line.presenter.js';

/** How long a meeting takes in a calendar: nobody knows it beforehand. */
const SHOWN_MS = 2 * 3_600_000;

export interface MeetingsCalendar {
  readonly name: string;
  readonly meetings: readonly ListedMeetingRow[];
  /** Scheme and host. */
  readonly origin: string;
  readonly madeAt: Date;
}

/** Meetings as a feed; a cancelled one stays in it and is said to be so. */
export function meetingsCalendar(calendar: MeetingsCalendar, say: Wording): string {
  const { name, meetings, origin, madeAt } = calendar;
  const events = meetings.map((meeting) => eventOf(meeting, origin, say));
  return writeICalendar({ name, lang: say.lang, events, madeAt });
}

function eventOf(meeting: ListedMeetingRow, origin: string, say: Wording): CalendarEvent {
  const { id, version, startsAt, state, place, titles, broadcastUrl } = meeting;
  const agenda = titles.map((title, number) => `${number + 1}. ${say.official(title).text}`);
  return {
    uid: `meeting-${id}@qatysu`,
    sequence: version,
    startsAt,
    endsAt: new Date(startsAt.getTime() + SHOWN_MS),
    isCancelled: state === 'cancelled',
    summary: meetingName(meeting, say),
    description: [...agenda, ...(broadcastUrl ? [broadcastUrl] : [])].join('\n'),
    place: say.official(place).text,
    address: `${origin}/${say.lang}/meetings/${id}`,
  };
}
