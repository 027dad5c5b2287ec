import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { VotingBody } from '#rules/assemblies/body-kind.js';
import type { MeetingState } from '#rules/assemblies/meeting-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import type { HallRow } from './hall-row.js';
import type { AgendaItemRow, ListedMeetingRow, MeetingRow } from './meeting-row.js';
import { HALL, LISTED_COLUMNS, LISTED_TABLES, OWN_COLUMNS } from './meeting.sql.js';

/** Where questions are put: anywhere, or inside a transaction. */
export type QuerySource = Pick<DataSource | EntityManager, 'query'>;

/** Which meetings are asked for; what is left out does not narrow the list. */
export interface MeetingsQuestion {
  readonly states: readonly MeetingState[];
  /** A unit: meetings in it and below it. */
  readonly territory?: string | undefined;
  readonly kind?: VotingBody | undefined;
  /** First and last day. */
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
  readonly sequence: 'next-first' | 'latest-first';
  readonly limit: number;
  /** Id of the last meeting of the part before. */
  readonly after?: string | undefined;
}

type StoredAgendaItem = Omit<AgendaItemRow, 'questions'> & {
  readonly questions: readonly (Omit<AgendaItemRow['questions'][number], 'askedAt'> & {
    readonly askedAt: string;
  })[];
};

/** Questions about meetings; what is only planned is for those who prepare it. */
@Injectable()
export class MeetingReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

  async find(id: string): Promise<MeetingRow | null> {
    return readMeeting(this.dataSource, id, this.names);
  }

  /** @throws DomainError not-found `meeting.not_found` */
  async get(id: string): Promise<MeetingRow> {
    const found = await this.find(id);
    if (!found) throw new DomainError('not-found', 'meeting.not_found');
    return found;
  }

  /** One meeting more than asked for tells whether there is a next part. */
  async list(question: MeetingsQuestion): Promise<ListedMeetingRow[]> {
    const { states, territory, kind, from, until, sequence, limit, after } = question;
    const narrowed = [territory, kind, from, until].map((value) => value ?? null);
    return this.dataSource.query(LIST[sequence], [states, ...narrowed, limit + 1, after ?? null]);
  }

  /** Meetings whose minutes were not sent in time, the longest overdue first. */
  async listOverdue(territory: string | null, limit: number): Promise<ListedMeetingRow[]> {
    return this.dataSource.query(
      `select ${LISTED_COLUMNS} from ${LISTED_TABLES}
       where ($1::text is null or $1 = any(t.path)) and p.sent_at is null
         and m.minutes_due_on < (clock_timestamp() at time zone 'Asia/Almaty')::date
       order by m.minutes_due_on, m.id limit $2`,
      [territory, limit],
    );
  }

  /** Everybody who came, with arrivals and leavings. */
  async findHall(id: string): Promise<HallRow> {
    return readHall(this.dataSource, id);
  }
}

/** The same inside a transaction. */
export async function readHall(source: QuerySource, id: string): Promise<HallRow> {
  const [hall] = (await source.query(HALL, [id])) as [HallRow];
  return hall;
}

/** The same inside a transaction. */
export async function readMeeting(
  source: QuerySource,
  id: string,
  names: NameReader,
): Promise<MeetingRow | null> {
  const rows: (Omit<MeetingRow, 'agenda'> & { agenda: StoredAgendaItem[] })[] = await source.query(
    `select ${LISTED_COLUMNS}, ${OWN_COLUMNS} from ${LISTED_TABLES} where m.id = $1`,
    [id],
  );
  return rows[0] ? { ...rows[0], agenda: rows[0].agenda.map((item) => itemOf(item, names)) } : null;
}

function itemOf(item: StoredAgendaItem, names: NameReader): AgendaItemRow {
  const questions = item.questions.map((question) => ({
    ...question,
    askedAt: new Date(question.askedAt),
    asker: names.short(question.asker),
  }));
  return { ...item, questions };
}

function listBy(rank: string): string {
  return `
    with listed as (
      select ${LISTED_COLUMNS}, ${rank} as rank from ${LISTED_TABLES}
      where m.state = any($1) and ($2::text is null or $2 = any(t.path))
        and ($3::text is null or m.kind = $3)
        and ($4::date is null or m.held_on >= $4::date) and ($5::date is null or m.held_on <= $5::date))
    select * from listed
    where $7::text is null
       or (rank, id) > (select last.rank, last.id from listed last where last.id::text = $7)
    order by rank, id limit $6`;
}

const LIST: Readonly<Record<MeetingsQuestion['sequence'], string>> = {
  'next-first': listBy(`extract(epoch from m.starts_at)`),
  'latest-first': listBy(`-extract(epoch from m.starts_at)`),
};
