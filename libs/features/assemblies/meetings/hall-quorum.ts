import { type Quorum, quorumAt, quorumShareOn } from '#rules/assemblies/quorum.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { HallRow } from './hall-row.js';
import { countedStays } from './hall.repository.js';
import type { MeetingPlace } from './meeting-place.reader.js';
import type { MeetingRecord } from './meeting.record.js';

/** A hall with what its quorum is counted from. */
export interface CountedHall {
  readonly meeting: Pick<MeetingRecord, 'kind' | 'heldOn'>;
  readonly members: number;
  readonly hall: HallRow;
  readonly overrides: MeetingPlace['overrides'];
}

/** The quorum of a hall at a moment, by the law of the meeting's day. */
export function hallQuorum({ meeting, members, hall, overrides }: CountedHall, at: Date): Quorum {
  const share = quorumShareOn(meeting.kind, meeting.heldOn, overrides);
  return quorumAt(at.getTime(), { members, stays: countedStays(hall) }, share);
}

/** The civil day of an instant lies on that of the meeting or after it. */
export function hasDayCome({ heldOn }: Pick<MeetingRecord, 'heldOn'>, at: Date): boolean {
  return civilDateOf(at) >= heldOn;
}
