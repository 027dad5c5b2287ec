import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import { type Stored, worksOf } from './stored-works.js';
import { LISTED_WORKS, WORKS } from './works.sql.js';
import type { ListedWorksRow, WorksRow } from './works-row.js';

/** Questions about the works of winning projects. */
@Injectable()
export class WorksReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

  /** Null where the project is no winner. */
  async find(projectId: string): Promise<WorksRow | null> {
    const [row]: Stored<WorksRow>[] = await this.dataSource.query(WORKS, [projectId]);
    return row ? worksOf(row, this.names) : null;
  }

  /** @throws DomainError conflict `works.not_a_winner` */
  async get(projectId: string): Promise<WorksRow> {
    const found = await this.find(projectId);
    if (!found) throw new DomainError('conflict', 'works.not_a_winner');
    return found;
  }

  /** Winners of these units and below, those that nothing has happened to for longest first, what is over last. */
  async listOfUnits(territories: readonly string[], limit: number): Promise<ListedWorksRow[]> {
    return this.list(UNITS, [territories, limit]);
  }

  /** Winners of a round by number. */
  async listOfRound(roundId: string): Promise<ListedWorksRow[]> {
    return this.list(`and p.round_id = $1 order by p.ballot_number`, [roundId]);
  }

  private async list(condition: string, parameters: unknown[]): Promise<ListedWorksRow[]> {
    const rows: Stored<ListedWorksRow>[] = await this.dataSource.query(
      `${LISTED_WORKS} ${condition}`,
      parameters,
    );
    return rows.map(({ plannedTiyn, contractTiyn, paidTiyn, ...row }) => ({
      ...row,
      plannedTiyn: BigInt(plannedTiyn),
      contractTiyn: contractTiyn === null ? null : BigInt(contractTiyn),
      paidTiyn: BigInt(paidTiyn),
    }));
  }
}

const UNITS = `and t.path && $1::text[]
  order by coalesce(w.state in ('accepted', 'cancelled'), false), "changedOn", p.number limit $2`;
