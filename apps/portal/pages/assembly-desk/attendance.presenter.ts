import { v7 } from 'uuid';
import type { BodyMemberRow, BodyRow } from '#features/assemblies/bodies/body-row.js';
import type { HallPersonRow, HallRow } from '#features/assemblies/meetings/hall-row.js';
import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { Stay } from '#rules/assemblies/attendance.js';
import { quorumAt, quorumShareOn } from '#rules/assemblies/quorum.js';
import { toEpochMs } from '#rules/kernel/instant.js';
import type { LocalOverride } from '#rules/rulebook/local-override.js';
import { hasSeats } from '#rules/assemblies/body-kind.js';
import type { Wording } from '#platform/views/wording.js';
import { quorumWords } from '../../papers/minutes-words.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName, meetingTime } from '../assemblies/meeting-line.presenter.js';
import { clockOf } from './meeting-clock.js';

export interface AttendanceList {
  readonly meeting: MeetingRow;
  readonly hall: HallRow;
  /** The assembly, whose delegates are ticked off; null for a gathering. */
  readonly body: BodyRow | null;
  readonly overrides: readonly LocalOverride[];
  readonly now: Date;
  readonly sent: SentForm;
}

/** The list with a button for each arrival and leaving, and the quorum of this moment. */
export function presentAttendance(list: AttendanceList, say: Wording) {
  const { meeting, hall, body, sent } = list;
  const path = `/assembly-desk/meetings/${meeting.id}`;
  const seats = seatsOn(body, meeting);
  const others = hall.people.filter(({ kind }) => kind !== 'delegate');
  return {
    title: say.t('assemblyDesk.attendance.title'),
    caption: `${meetingName(meeting, say)}, ${meetingTime(meeting, say)}`,
    back: path,
    action: `${path}/attendance`,
    isOpen: meeting.state === 'convened' || meeting.state === 'under-way',
    quorum: quorumLine(list, seats.length, say),
    people: [...seats.map(seatAsPerson), ...others].map((person) => personLine(person, hall, say)),
    isAssembly: hasSeats(meeting.kind),
    op: v7(),
    faults: sent.faults,
    name: sent.fields?.text('name') ?? '',
    residence: sent.fields?.text('residence') ?? '',
  };
}

function seatsOn(body: BodyRow | null, { heldOn }: MeetingRow): readonly BodyMemberRow[] {
  return (body?.members ?? []).filter(({ from, until }) => from <= heldOn && until >= heldOn);
}

function seatAsPerson({ id, name, settlementName }: BodyMemberRow): HallPersonRow {
  return { id, kind: 'delegate', fullName: name, residence: settlementName.kk };
}

function quorumLine(
  { meeting, hall, overrides, now }: AttendanceList,
  seats: number,
  say: Wording,
) {
  const members = meeting.members ?? seats;
  if (members === 0) return undefined;
  const share = quorumShareOn(meeting.kind, meeting.heldOn, overrides);
  const guests = new Set(hall.people.filter(({ kind }) => kind === 'guest').map(({ id }) => id));
  const stays = hall.stays.filter(({ memberId }) => !guests.has(memberId));
  const quorum = quorumAt(now.getTime(), { members, stays }, share);
  const words = quorumWords({ ...quorum, share: `${share.num}/${share.den}` }, say);
  return { words, isMet: quorum.met };
}

function personLine({ id, fullName, kind, residence }: HallPersonRow, hall: HallRow, say: Wording) {
  const stays = hall.stays.filter(({ memberId }) => memberId === id);
  const isThere = stays.some(({ leftAt }) => leftAt === null);
  return {
    id,
    name: fullName,
    detail: [residence, kind === 'guest' ? say.t('assemblies.guest') : null]
      .filter((part) => part !== null && part !== '')
      .join(' · '),
    guest: kind === 'guest' ? 'yes' : '',
    times: stays.map(stayTimes).join(', '),
    isThere,
    move: isThere ? 'left' : 'arrived',
    button: say.t(`assemblyDesk.attendance.${isThere ? 'left' : 'arrived'}`),
    op: v7(),
  };
}

function stayTimes({ arrivedAt, leftAt }: Stay): string {
  const time = (moment: Stay['arrivedAt']) => clockOf(new Date(toEpochMs(moment))).slice(0, 5);
  return leftAt === null ? `${time(arrivedAt)}–` : `${time(arrivedAt)}–${time(leftAt)}`;
}
