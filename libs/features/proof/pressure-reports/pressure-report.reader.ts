import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { PressureReportRow } from './pressure-report-row.js';

/** Answers questions about cases; what was written is opened by a use case, which is noted. */
@Injectable()
export class PressureReportReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Cases on these territories and below, those that wait for an answer first. */
  async list(territories: readonly string[], limit: number): Promise<PressureReportRow[]> {
    return this.dataSource.query(
      `${CASES} where t.path && $1::text[]
       order by state = 'answered', r.due_on, r.number limit $2`,
      [territories, limit],
    );
  }

  /** @throws DomainError not-found `pressure.not_found` */
  async get(id: string, territories: readonly string[]): Promise<PressureReportRow> {
    return found(
      await this.dataSource.query(`${CASES} where r.id = $1 and t.path && $2::text[]`, [
        id,
        territories,
      ]),
    );
  }

  /**
   * The case of whoever holds its number and its code; one answer for a wrong number and a wrong code.
   *
   * @throws DomainError not-found `pressure.not_found`
   */
  async follow(number: string, codeDigest: Buffer): Promise<PressureReportRow> {
    return found(
      await this.dataSource.query(`${CASES} where r.number = $1 and r.code_digest = $2`, [
        number,
        codeDigest,
      ]),
    );
  }

  /** How many cases a round has and how many are answered: public, nothing else is. */
  async countsOf(roundId: string): Promise<{ received: number; answered: number }> {
    const [row] = await this.dataSource.query(
      `select count(*)::integer as received, count(a.id)::integer as answered
       from pressure_reports r
       left join pressure_acts a on a.report_id = r.id and a.kind = 'answered'
       where r.round_id = $1`,
      [roundId],
    );
    return row;
  }
}

function found(rows: readonly PressureReportRow[]): PressureReportRow {
  const [row] = rows;
  if (!row) throw new DomainError('not-found', 'pressure.not_found');
  return row;
}

const CASES = `
  select r.id, r.number, r.territory_kato as territory, r.round_id as round, r.kind,
         json_build_object('kk', t.name_kk, 'ru', t.name_ru) as "territoryName",
         coalesce(a.state, 'received') as state, r.received_on::text as "receivedOn",
         r.due_on::text as "dueOn", coalesce(a.acts, '[]') as acts
  from pressure_reports r
  join territories t on t.kato = r.territory_kato
  left join lateral (
    select json_agg(json_build_object('kind', kind, 'on', acted_on, 'words', words)
                    order by place) as acts,
           (array_agg(kind order by place desc))[1] as state
    from (select *, array_position(array['taken-up', 'passed-on', 'answered'], kind) as place
          from pressure_acts where report_id = r.id) placed
  ) a on true`;
