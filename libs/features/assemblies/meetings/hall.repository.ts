import { v7 } from 'uuid';
import type { Stay } from '#rules/assemblies/attendance.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { HallPersonRow, HallRow } from './hall-row.js';
import { readHall } from './meeting.reader.js';

/** One stay as it is stored. */
export interface NewStay {
  readonly id: string;
  readonly personId: string;
  readonly arrivedAt: Date;
  readonly leftAt: Date | null;
}

/** An arrival or a leaving under the id that the sender gave it. */
export interface NotedMove {
  readonly op: string;
  readonly personId: string;
  readonly at: Date;
}

/** Who is in the hall and when; written under the lock of the meeting. */
export class HallRepository extends TransactionalRepository {
  static override readonly violations = {
    ex_meeting_stays_one_at_a_time: () =>
      new DomainError('rule-violated', 'attendance.present_twice'),
    ck_meeting_stays_period: () =>
      new DomainError('rule-violated', 'attendance.left_before_arrival'),
  };

  async find(meetingId: string): Promise<HallRow> {
    return readHall(this.manager, meetingId);
  }

  /** Everybody and every stay anew. */
  async replace(
    meetingId: string,
    people: readonly HallPersonRow[],
    stays: readonly NewStay[],
  ): Promise<void> {
    await this.manager.query(`delete from meeting_stays where meeting_id = $1`, [meetingId]);
    await this.manager.query(`delete from meeting_people where meeting_id = $1`, [meetingId]);
    await this.putPeople(meetingId, people);
    await this.manager.query(
      `insert into meeting_stays (id, meeting_id, person_id, arrived_at, left_at)
       select id, $1, person, arrived, left_at
       from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
         as s(id, person, arrived, left_at)`,
      [
        meetingId,
        stays.map(({ id }) => id),
        stays.map(({ personId }) => personId),
        stays.map(({ arrivedAt }) => arrivedAt),
        stays.map(({ leftAt }) => leftAt),
      ],
    );
  }

  async putPeople(meetingId: string, people: readonly HallPersonRow[]): Promise<void> {
    await this.manager.query(
      `insert into meeting_people (meeting_id, id, kind, full_name, residence)
       select $1, id, kind, name, residence
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as p(id, kind, name, residence)
       on conflict do nothing`,
      [
        meetingId,
        people.map(({ id }) => id),
        people.map(({ kind }) => kind),
        people.map(({ fullName }) => fullName),
        people.map(({ residence }) => residence),
      ],
    );
  }

  /** Somebody in office as a guest under the id on the roll; who is there already stays as is. */
  async addGuest(meetingId: string, residentId: string, at: Date): Promise<void> {
    const added: unknown[] = await this.manager.query(
      `insert into meeting_people (meeting_id, id, kind, full_name)
       select $1, resident_id, 'guest', concat_ws(' ', family_name, given_name, patronymic)
       from public_names where resident_id = $2 on conflict do nothing returning id`,
      [meetingId, residentId],
    );
    if (added.length > 0)
      await this.arrive(meetingId, v7(), { op: v7(), personId: residentId, at });
  }

  /** Was this arrival or leaving noted already? */
  async isNoted(op: string): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      `select 1 from meeting_stays where arrival_op = $1 or departure_op = $1`,
      [op],
    );
    return rows.length > 0;
  }

  async arrive(meetingId: string, id: string, { op, personId, at }: NotedMove): Promise<void> {
    await this.manager.query(
      `insert into meeting_stays (id, meeting_id, person_id, arrived_at, arrival_op)
       values ($1, $2, $3, $4, $5)`,
      [id, meetingId, personId, at, op],
    );
  }

  /** @throws DomainError conflict `attendance.not_there` */
  async leave(meetingId: string, { op, personId, at }: NotedMove): Promise<void> {
    const [rows] = (await this.manager.query(
      `update meeting_stays set left_at = $3, departure_op = $4
       where meeting_id = $1 and person_id = $2 and left_at is null returning id`,
      [meetingId, personId, at, op],
    )) as [unknown[], number];
    if (rows.length === 0) throw new DomainError('conflict', 'attendance.not_there');
  }
}

/** Stays of those who count for the quorum: guests do not. */
export function countedStays({ people, stays }: HallRow): readonly Stay[] {
  const guests = new Set(people.filter(({ kind }) => kind === 'guest').map(({ id }) => id));
  return stays.filter(({ memberId }) => !guests.has(memberId));
}
