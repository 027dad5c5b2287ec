import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import { foldText } from '#rules/kernel/fold-text.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { BodyReader } from '../bodies/body.reader.js';
import type { ListedMinutesRow, MinutesRow } from './minutes-row.js';
import { canSeeMinutes } from './minutes.policy.js';
import { LISTED_COLUMNS, OWN_COLUMNS, TABLES } from './minutes.sql.js';

/** Which published minutes are asked for; what is left out does not narrow the list. */
export interface MinutesQuestion {
  readonly territory?: string | undefined;
  readonly kind?: string | undefined;
  /** Words in any of both languages, on any keyboard. */
  readonly q?: string | undefined;
  readonly limit: number;
  /** Id of the last minutes of the part before. */
  readonly after?: string | undefined;
}

/** Questions about minutes. */
@Injectable()
export class MinutesReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bodies: BodyReader,
    private readonly clock: DatabaseClock,
  ) {}

  /** Whoever asks; null when there are none. */
  async find(id: string): Promise<MinutesRow | null> {
    return this.select('p.id = $1', id);
  }

  async findOfMeeting(meetingId: string): Promise<MinutesRow | null> {
    return this.select('p.meeting_id = $1', meetingId);
  }

  /** @throws DomainError not-found `minutes.not_found`, also for what the person may not see */
  async getFor(person: SignedIn | undefined, id: string): Promise<MinutesRow> {
    const found = await this.find(id);
    if (found && canSeeMinutes(person, found, await this.seatsOf(person))) return found;
    throw new DomainError('not-found', 'minutes.not_found');
  }

  /** Published ones, the latest first; one more than asked for tells whether there is a next part. */
  async list({ territory, kind, q, limit, after }: MinutesQuestion): Promise<ListedMinutesRow[]> {
    const sought = q ? foldText(q) : null;
    return this.dataSource.query(LIST, [
      territory ?? null,
      kind ?? null,
      sought,
      limit + 1,
      after ?? null,
    ]);
  }

  private async select(condition: string, key: string): Promise<MinutesRow | null> {
    const rows: MinutesRow[] = await this.dataSource.query(
      `select ${LISTED_COLUMNS}, ${OWN_COLUMNS} from ${TABLES} where ${condition}`,
      [key],
    );
    return rows[0] ?? null;
  }

  private async seatsOf(person: SignedIn | undefined) {
    if (!person) return [];
    return this.bodies.listSeatsOf(person.personId, (await this.clock.now()).today);
  }
}

const LIST = `
  with listed as (
    select ${LISTED_COLUMNS}, -extract(epoch from m.starts_at) as rank from ${TABLES}
    where p.state = 'published' and ($1::text is null or $1 = any(t.path))
      and ($2::text is null or m.kind = $2)
      and ($3::text is null or p.search_text like '%' || $3 || '%'
           or word_similarity($3, p.search_text) > 0.6))
  select * from listed
  where $5::text is null
     or (rank, id) > (select last.rank, last.id from listed last where last.id::text = $5)
  order by rank, id limit $4`;
