import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { DeputyRow } from './deputy-row.js';
import { DEPUTY, TODAY } from './deputy.sql.js';

/** Which deputies in office today, and which page of them. */
export interface DeputiesQuestion {
  readonly territory?: string | undefined;
  /** Deputies whose constituency has this unit, or a unit above or below it. */
  readonly place?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Questions about deputies. */
@Injectable()
export class DeputyReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `deputy.not_found` */
  async get(id: string): Promise<DeputyRow> {
    const [found] = isUuid(id) ? await this.select(`where m.id = $1`, [id]) : [];
    if (!found) throw new DomainError('not-found', 'deputy.not_found');
    return found;
  }

  /** The mandates that a person holds today: usually one. */
  async listHeldBy(personId: string): Promise<DeputyRow[]> {
    return this.select(
      `where m.resident_id = $1 and ${TODAY} between m.held_from and m.held_until order by m.id`,
      [personId],
    );
  }

  /** Deputies in office today, in the sequence of their ids. */
  async list({ territory, place, after, limit }: DeputiesQuestion): Promise<DeputyRow[]> {
    return this.select(
      `where ${TODAY} between m.held_from and m.held_until
         and ($1::text is null or v.territory_kato = $1)
         and ($2::text is null or exists (
           select from constituency_territories ct join territories u on u.kato = ct.territory_kato
           where ct.constituency_id = c.id and ($2 = any(u.path)
             or u.kato = any(select unnest(path) from territories where kato = $2))))
         and ($3::uuid is null or m.id > $3)
       order by m.id limit $4`,
      [
        territory ?? null,
        place ?? null,
        after !== undefined && isUuid(after) ? after : null,
        limit,
      ],
    );
  }

  private async select(condition: string, parameters: unknown[]): Promise<DeputyRow[]> {
    return this.dataSource.query(`${DEPUTY} ${condition}`, parameters);
  }
}
