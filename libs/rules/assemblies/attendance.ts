import { type Moment, toEpochMs } from '#rules/kernel/instant.js';
import type { Fault } from '#rules/kernel/domain-error.js';

/** One stay of a member in the hall; who leaves and comes back has two. */
export interface Stay {
  readonly memberId: string;
  readonly arrivedAt: Moment;
  /** Null while the member has not left. */
  readonly leftAt: Moment | null;
}

/**
 * Who is present at a moment. One is present from the moment of arrival, and no more at the moment
 * of leaving.
 *
 * @returns ids of members, each once, sorted
 * @example presentAt([{ memberId: 'm1', arrivedAt: 10, leftAt: 20 }], 20) // → []
 */
export function presentAt(stays: readonly Stay[], moment: Moment): readonly string[] {
  const at = toEpochMs(moment);
  const present = stays.filter(
    ({ arrivedAt, leftAt }) =>
      toEpochMs(arrivedAt) <= at && (leftAt === null || at < toEpochMs(leftAt)),
  );
  return [...new Set(present.map(({ memberId }) => memberId))].toSorted();
}

/**
 * All faults of an attendance list: members only, nobody left before coming, nobody twice at once.
 *
 * @example assessAttendance([{ memberId: 'm9', … }], ['m1'])
 * // → [{ code: 'attendance.not_a_member', field: 'present', details: { memberId: 'm9' } }]
 */
export function assessAttendance(
  stays: readonly Stay[],
  memberIds: readonly string[],
): readonly Fault[] {
  const members = new Set(memberIds);
  const strangers = stays.filter(({ memberId }) => !members.has(memberId));
  const reversed = stays.filter(
    ({ arrivedAt, leftAt }) => leftAt !== null && toEpochMs(leftAt) < toEpochMs(arrivedAt),
  );
  return [
    ...strangers.map((stay) => faultOf('attendance.not_a_member', stay)),
    ...reversed.map((stay) => faultOf('attendance.left_before_arrival', stay)),
    ...overlapping(stays).map((stay) => faultOf('attendance.present_twice', stay)),
  ];
}

function overlapping(stays: readonly Stay[]): readonly Stay[] {
  const inTime = stays.toSorted((a, b) => toEpochMs(a.arrivedAt) - toEpochMs(b.arrivedAt));
  const openUntil = new Map<string, number>();
  return inTime.filter(({ memberId, arrivedAt, leftAt }) => {
    const before = openUntil.get(memberId) ?? -Infinity;
    const end = leftAt === null ? Infinity : toEpochMs(leftAt);
    openUntil.set(memberId, Math.max(before, end));
    return toEpochMs(arrivedAt) < before;
  });
}

function faultOf(code: AttendanceCode, { memberId }: Stay): Fault {
  return { code, field: 'present', details: { memberId } };
}

type AttendanceCode =
  'attendance.not_a_member' | 'attendance.left_before_arrival' | 'attendance.present_twice';
