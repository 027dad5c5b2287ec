import type { INestApplicationContext } from '@nestjs/common';
import type { PresentFields } from '#features/assemblies/meetings/attendance-fields.js';
import { CloseMeeting } from '#features/assemblies/meetings/close-meeting.js';
import { ConveneMeeting } from '#features/assemblies/meetings/convene-meeting.js';
import { MeetingActs } from '#features/assemblies/meetings/meeting-acts.js';
import type { MeetingFields } from '#features/assemblies/meetings/meeting-fields.js';
import { MeetingPlaceReader } from '#features/assemblies/meetings/meeting-place.reader.js';
import { MeetingReader } from '#features/assemblies/meetings/meeting.reader.js';
import { OpenMeeting } from '#features/assemblies/meetings/open-meeting.js';
import { RecordNoQuorum } from '#features/assemblies/meetings/record-no-quorum.js';
import { RefusedConvenings } from '#features/assemblies/meetings/refused-convenings.js';
import { SetAttendance } from '#features/assemblies/meetings/set-attendance.js';
import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import { MinutesActs } from '#features/assemblies/minutes/minutes-acts.js';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { PublishMinutes } from '#features/assemblies/minutes/publish-minutes.js';
import { SendMinutes } from '#features/assemblies/minutes/send-minutes.js';
import { SignMinutes } from '#features/assemblies/minutes/sign-minutes.js';
import { SubmitMinutes } from '#features/assemblies/minutes/submit-minutes.js';
import { LinkedObjectReader } from '#features/assemblies/writings/linked-object.reader.js';
import {
  type DecisionFields,
  RecordItemDecision,
} from '#features/assemblies/writings/record-item-decision.js';
import { civilDateOf, type DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { NameReader } from '#features/registry/residents/name.reader.js';

/** The desk of a demo secretary, on a day of the past. */
export class AssemblyDesk {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly secretary: SignedIn,
    /** Moment at which everything at this desk is done. */
    private readonly at: Date,
  ) {}

  /** The same desk at another moment. */
  later(at: Date): AssemblyDesk {
    return new AssemblyDesk(this.app, this.secretary, at);
  }

  async convene(fields: MeetingFields): Promise<string> {
    const refused = this.get(RefusedConvenings);
    const places = this.get(MeetingPlaceReader);
    const convening = new ConveneMeeting(this.get(UnitOfWork), this.clock, places, refused);
    return convening.run(this.secretary, fields);
  }

  async attend(
    meetingId: string,
    present: readonly PresentFields[],
    others: readonly PresentFields[],
  ): Promise<void> {
    const list = { present, others, version: null };
    await new SetAttendance(this.acts).run(this.secretary, meetingId, list);
  }

  /** Id of somebody in the hall. */
  async personNamed(meetingId: string, name: string): Promise<string> {
    const { people } = await this.get(MeetingReader).findHall(meetingId);
    return people.find(({ fullName }) => fullName === name)!.id;
  }

  async open(meetingId: string, chairId: string): Promise<void> {
    const opening = { openedAt: null, chairId, secretaryId: null };
    await new OpenMeeting(this.acts).run(this.secretary, meetingId, opening);
  }

  async recordNoQuorum(meetingId: string, chairId: string): Promise<void> {
    const opening = { openedAt: null, chairId, secretaryId: null };
    await new RecordNoQuorum(this.acts).run(this.secretary, meetingId, opening);
  }

  async decide(decision: Omit<DecisionFields, 'version'>): Promise<void> {
    const recording = new RecordItemDecision(this.acts, this.clock, this.get(LinkedObjectReader));
    await recording.run(this.secretary, { ...decision, version: null });
  }

  /** Ends the meeting and begins its minutes. */
  async close(meetingId: string): Promise<string> {
    await new CloseMeeting(this.acts).run(this.secretary, meetingId, null);
    return this.begin(meetingId);
  }

  async begin(meetingId: string): Promise<string> {
    return new BeginMinutes(this.acts).run(this.secretary, meetingId);
  }

  /** Both sign, the minutes go to the akim and to everybody. */
  async finish(minutesId: string, chair: SignedIn): Promise<void> {
    const acts = new MinutesActs(this.acts, this.get(MinutesReader));
    await new SubmitMinutes(acts, this.get(NameReader)).run(this.secretary, minutesId);
    const signing = new SignMinutes(acts, this.get(MinutesReader));
    for (const [person, capacity] of [
      [chair, 'chair'],
      [this.secretary, 'secretary'],
    ] as const)
      await signing.run(person, { minutesId, capacity, digest: null });
    await new SendMinutes(acts).run(this.secretary, minutesId);
    await new PublishMinutes(acts).run(this.secretary, minutesId);
  }

  /** An instant so many minutes after this desk's. */
  after(minutes: number): Date {
    return new Date(this.at.getTime() + minutes * 60_000);
  }

  private get acts(): MeetingActs {
    const readers = [this.get(MeetingReader), this.get(MeetingPlaceReader)] as const;
    return new MeetingActs(this.get(UnitOfWork), this.clock, ...readers);
  }

  private get clock(): DatabaseClock {
    const moment = { at: this.at, today: civilDateOf(this.at) };
    return { now: async () => moment } as DatabaseClock;
  }

  private get<T>(type: abstract new (...rest: never[]) => T): T {
    return this.app.get(type as never, { strict: false });
  }
}

/** A seat as somebody present. */
export function seat(id: string): PresentFields {
  return { id, name: null, residence: null, arrivedAt: null, leftAt: null };
}

/** Somebody without a seat. */
export function somebody(name: string, residence: string | null = null): PresentFields {
  return { id: null, name, residence, arrivedAt: null, leftAt: null };
}
