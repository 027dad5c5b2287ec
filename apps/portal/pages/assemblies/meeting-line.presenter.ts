import type { ListedMeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { MeetingState } from '#rules/assemblies/meeting-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { formatTime } from '#platform/views/format.js';
import { bodyAt } from '../../papers/minutes-words.js';
import type { Wording } from '#platform/views/wording.js';

const COLOURS: Readonly<Record<MeetingState, string>> = {
  planned: 'grey',
  convened: 'blue',
  'under-way': 'yellow',
  held: 'green',
  'without-quorum': 'orange',
  cancelled: 'red',
};

/** A meeting in a list: when, where, what about, and what became of its minutes. */
export function presentMeetingLine(row: ListedMeetingRow, today: CivilDate, say: Wording) {
  return {
    title: meetingName(row, say),
    path: `/meetings/${row.id}`,
    when: meetingTime(row, say),
    place: say.official(row.place).text,
    tag: meetingTag(row.state, say),
    titles: row.titles.map((title) => say.official(title).text),
    broadcast: row.state === 'convened' && row.broadcastUrl !== null,
    minutes: minutesDoor(row, say),
    overdue: overdueBadge(row, today, say),
  };
}

/** «Жергілікті қоғамдастық жиналысы: Ақбұлақ ауылдық округі» */
export function meetingName(
  { kind, part, territoryName }: Pick<ListedMeetingRow, 'kind' | 'part' | 'territoryName'>,
  say: Wording,
): string {
  return bodyAt(kind, part ?? territoryName, say);
}

/** «жұма, 2026 ж. 20 қараша, 10:00» */
export function meetingTime(
  { startsAt }: Pick<ListedMeetingRow, 'startsAt'>,
  say: Wording,
): string {
  return `${say.weekday(startsAt)}, ${formatTime(startsAt, say.lang)}`;
}

export function meetingTag(state: MeetingState, say: Wording) {
  return { text: say.t(`meetings.states.${state}`), colour: COLOURS[state] };
}

function minutesDoor({ minutesId, minutesState }: ListedMeetingRow, say: Wording) {
  if (minutesId === null || minutesState !== 'published') return undefined;
  return { text: say.t('assemblies.list.minutes'), path: `/minutes/${minutesId}` };
}

/** Late minutes are said in the open. */
export function overdueBadge(row: ListedMeetingRow, today: CivilDate, say: Wording) {
  const { minutesOverdue, minutesDueOn } = row;
  if (!minutesOverdue || minutesDueOn === null) return undefined;
  const late = say.daysLeft(minutesDueOn, today);
  return { state: 'overdue', text: `${say.t('assemblies.list.minutesMissing')} · ${late}` };
}
