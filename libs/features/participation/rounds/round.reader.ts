import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { ROUND_SELECT, toRoundRow, type RoundRow, type StoredRound } from './round-row.js';

/** Which rounds, and which page of them. */
export interface RoundsQuestion {
  /** Rounds of this unit, of the units above it and of those below it. */
  readonly territory?: string;
  readonly year?: number;
  readonly after?: string;
  readonly limit: number;
}

/** Questions about rounds; every answer carries the phase by the database clock. */
@Injectable()
export class RoundReader {
  constructor(private readonly dataSource: DataSource) {}

  async findPublic(id: string): Promise<RoundRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.select(`where r.id = $1`, [id]);
    return row ?? null;
  }

  /** @throws DomainError not-found `round.not_found` */
  async getPublic(id: string): Promise<RoundRow> {
    const row = await this.findPublic(id);
    if (!row) throw new DomainError('not-found', 'round.not_found', { round: id });
    return row;
  }

  /** The newest first; ids are uuid v7 and grow with time. */
  async list({ territory, year, after, limit }: RoundsQuestion): Promise<RoundRow[]> {
    return this.select(
      `where ($1::text is null or t.path @> array[$1]
              or r.territory_kato = any(select unnest(path) from territories where kato = $1))
         and ($2::int is null or r.year = $2) and ($3::uuid is null or r.id < $3)
       order by r.id desc limit $4`,
      [territory ?? null, year ?? null, after !== undefined && isUuid(after) ? after : null, limit],
    );
  }

  /** Rounds in which people of a place can do something now or soon, or did something lately. */
  async listTouching(territoryPath: readonly string[], limit: number): Promise<RoundRow[]> {
    return this.select(
      `where r.territory_kato = any($1::text[]) or $2 = any(t.path)
       order by (r.published_at is not null), r.voting_until desc, r.id desc limit $3`,
      [territoryPath, territoryPath.at(-1) ?? '', limit],
    );
  }

  private async select(condition: string, parameters: unknown[]): Promise<RoundRow[]> {
    const rows: StoredRound[] = await this.dataSource.query(
      `${ROUND_SELECT} ${condition}`,
      parameters,
    );
    return rows.map(toRoundRow);
  }
}
