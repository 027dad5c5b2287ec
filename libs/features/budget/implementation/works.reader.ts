import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';

/** A project that residents chose, where its works would be. */
export interface WonProjectRow {
  readonly id: string;
  readonly territoryPath: readonly string[];
  /** What the budget holds for it; null without a line. */
  readonly lineTiyn: Tiyn | null;
}

/** A published round, for its progress reports. */
export interface ReportedRoundRow {
  readonly id: string;
  readonly territory: string;
  readonly territoryPath: readonly string[];
  readonly publishedOn: CivilDate;
}

/** Questions about works. */
@Injectable()
export class WorksReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param idOrNumber `2026-0017` is the number
   * @throws DomainError not-found `works.not_a_winner`
   */
  async getWon(idOrNumber: string): Promise<WonProjectRow> {
    const [row]: (Omit<WonProjectRow, 'lineTiyn'> & { lineTiyn: string | null })[] =
      await this.dataSource.query(WON, [idOrNumber]);
    if (!row) throw new DomainError('not-found', 'works.not_a_winner');
    return { ...row, lineTiyn: row.lineTiyn === null ? null : BigInt(row.lineTiyn) };
  }

  /** @throws DomainError not-found `progress-report.round_not_published` */
  async getReportedRound(roundId: string): Promise<ReportedRoundRow> {
    const [row]: ReportedRoundRow[] = await this.dataSource.query(ROUND, [roundId]);
    if (!row) throw new DomainError('not-found', 'progress-report.round_not_published');
    return row;
  }
}

const WON = `
  select p.id, t.path as "territoryPath", l.amount_tiyn::text as "lineTiyn"
  from proposals p join rounds r on r.id = p.round_id and r.published_at is not null
    join territories t on t.kato = r.territory_kato
    left join budget_lines l on l.origin_kind = 'project' and l.origin_id = p.id::text
  where p.state = 'winner' and $1 in (p.id::text, p.number)`;

const ROUND = `
  select r.id, r.territory_kato as territory, t.path as "territoryPath",
    (r.published_at at time zone 'Asia/Almaty')::date::text as "publishedOn"
  from rounds r join territories t on t.kato = r.territory_kato
  where r.id = $1 and r.published_at is not null`;
