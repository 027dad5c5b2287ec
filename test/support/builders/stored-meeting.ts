import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';

/** A meeting under way with one item and one delegate, and one that is over with draft minutes. */
export async function storedMeetings(
  dataSource: DataSource,
  territory: string,
  personId: string,
): Promise<readonly string[]> {
  const [bodyId, memberId] = [v7(), v7()];
  await dataSource.query(
    `insert into bodies (id, territory_kato, kind, begins_on, ends_on)
     values ($1, $2, 'assembly', '2020-01-01', '2099-12-31')`,
    [bodyId, territory],
  );
  await dataSource.query(
    `insert into body_members (id, body_id, full_name, settlement_kato, post, resident_id, held_from, held_until)
     values ($1, $2, 'Сынақова Гүлнар', $3, 'chair', $4, '2020-01-01', '2099-12-31')`,
    [memberId, bodyId, territory, personId],
  );
  const meeting = { territory, bodyId, memberId, personId };
  const underWay = await storedMeeting(dataSource, meeting, 'under-way');
  const held = await storedMeeting(dataSource, meeting, 'held');
  const minutesId = v7();
  await dataSource.query(
    `insert into minutes (id, number, meeting_id, territory_kato, state, due_on)
     values ($1, '2026/1', $2, $3, 'draft', '2026-11-03')`,
    [minutesId, held, territory],
  );
  return [underWay, held, minutesId, memberId];
}

interface Stored {
  readonly territory: string;
  readonly bodyId: string;
  readonly memberId: string;
  readonly personId: string;
}

async function storedMeeting(
  dataSource: DataSource,
  { territory, bodyId, memberId, personId }: Stored,
  state: 'under-way' | 'held',
): Promise<string> {
  const id = v7();
  await dataSource.query(
    `insert into meetings (id, territory_kato, kind, body_id, state, starts_at, held_on, place_kk,
       place_ru, convener, members, notice_on, opened_at, closed_at, chair_id, minutes_due_on, created_by)
     values ($1, $2, 'assembly', $3, $4, '2026-11-01 05:00Z', '2026-11-01', 'Клуб', 'Клуб',
       '{"kind": "akim"}', 1, '2026-10-20', '2026-11-01 05:00Z',
       case when $4 = 'held' then timestamptz '2026-11-01 06:00Z' end, $5,
       case when $4 = 'held' then date '2026-11-03' end, $6)`,
    [id, territory, bodyId, state, memberId, personId],
  );
  await dataSource.query(
    `insert into agenda_items (id, meeting_id, number, question, title_kk, title_ru)
     values ($1, $2, 1, 'budget', 'Бюджет', 'Бюджет')`,
    [v7(), id],
  );
  await dataSource.query(
    `insert into meeting_people (meeting_id, id, kind, full_name) values ($1, $2, 'delegate', 'Сынақова Гүлнар')`,
    [id, memberId],
  );
  await dataSource.query(
    `insert into meeting_stays (id, meeting_id, person_id, arrived_at) values ($1, $2, $3, '2026-11-01 05:00Z')`,
    [v7(), id, memberId],
  );
  return id;
}
