import type { ListedMeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { canHaveBody } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { Wording } from '#platform/views/wording.js';
import { minutesTag } from '../assemblies/minutes.presenter.js';
import { meetingName, meetingTag, meetingTime } from '../assemblies/meeting-line.presenter.js';
import { placeName } from '../places/place-name.js';
import { bodyTitleKey, SEATED_KINDS } from './body-form.js';

export interface Duties {
  readonly ahead: readonly ListedMeetingRow[];
  readonly over: readonly ListedMeetingRow[];
  /** Units whose assembly the secretary enters. */
  readonly places: readonly TerritoryRow[];
  readonly today: CivilDate;
}

/** Minutes to finish, the late first; then what is prepared; then what is done. */
export function presentDuties({ ahead, over, places, today }: Duties, say: Wording) {
  const open = over.filter(({ minutesState }) => minutesState !== 'published');
  const done = over.filter(({ minutesState }) => minutesState === 'published');
  const line = (row: ListedMeetingRow) => deskLine(row, today, say);
  return {
    title: say.t('assemblyDesk.title'),
    bodies: places.flatMap((place) => doorsOf(place, say)),
    open: open.toSorted(byDue).map(line),
    ahead: ahead.map(line),
    done: done.map(line),
  };
}

/** What is kept for a unit beside its meetings. */
function doorsOf(place: TerritoryRow, say: Wording) {
  const name = placeName(place, say);
  const level = place.level as TerritoryLevel;
  const members = SEATED_KINDS.filter((kind) => canHaveBody(level, kind)).map((kind) => ({
    path: `/assembly-desk/bodies/${place.kato}?kind=${kind}`,
    text: `${say.t(bodyTitleKey(kind))} (${say.t(`assemblyDesk.kinds.${kind}`)}): ${name}`,
  }));
  const monitoring = {
    path: `/assembly-desk/monitoring/${place.kato}`,
    text: `${say.t('assemblyDesk.monitoring.title')}: ${name}`,
  };
  const wordings = {
    path: `/assembly-desk/wordings/${place.kato}`,
    text: `${say.t('assemblyDesk.wordings.title')}: ${name}`,
  };
  return [...members, ...(canHaveBody(level, 'assembly') ? [monitoring] : []), wordings];
}

function byDue(left: ListedMeetingRow, right: ListedMeetingRow): number {
  return (left.minutesDueOn ?? '9') < (right.minutesDueOn ?? '9') ? -1 : 1;
}

function deskLine(row: ListedMeetingRow, today: CivilDate, say: Wording) {
  const { id, minutesDueOn, minutesState } = row;
  const isSent = minutesState === 'sent' || minutesState === 'published';
  return {
    path: `/assembly-desk/meetings/${id}`,
    title: meetingName(row, say),
    when: meetingTime(row, say),
    tag: minutesState ? minutesTag(minutesState, say) : meetingTag(row.state, say),
    due: minutesDueOn === null || isSent ? undefined : dueBadge(row, today, say),
  };
}

function dueBadge(
  { minutesOverdue, minutesDueOn }: ListedMeetingRow,
  today: CivilDate,
  say: Wording,
) {
  const due = minutesDueOn!;
  const text = `${say.t('assemblyDesk.desk.due')}: ${say.date(due)} · ${say.daysLeft(due, today)}`;
  return { state: minutesOverdue ? 'overdue' : 'green', text };
}
