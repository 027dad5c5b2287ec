import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonTies } from '#rules/registry/erasure.js';
import { TIES } from './ties.sql.js';

/** Questions before an erasure. */
@Injectable()
export class ErasureReader {
  constructor(private readonly dataSource: DataSource) {}

  async findTies(personId: string): Promise<PersonTies> {
    const [ties] = (await this.dataSource.query(TIES, [personId])) as [PersonTies];
    return ties;
  }

  /** People who have signed in once and not for so many years, the longest away first. */
  async listAway(years: number, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select s.person_id as id from sessions s join person_keys k on k.resident_id = s.person_id
       group by s.person_id
       having max(s.expires_at) < clock_timestamp() - make_interval(years => $1)
       order by max(s.expires_at) limit $2`,
      [years, limit],
    );
    return rows.map(({ id }) => id);
  }
}
