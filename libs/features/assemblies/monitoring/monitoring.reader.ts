import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';
import type { MonitoringReportRow } from './monitoring-report-row.js';

/** Questions about reports of monitoring commissions. */
@Injectable()
export class MonitoringReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Reports in a unit and below it, the latest period first. */
  async listIn(territory: string): Promise<MonitoringReportRow[]> {
    return this.dataSource.query(
      `${SELECT} where $1 = any(t.path) order by r.period_from desc, r.territory_kato, r.id`,
      [territory],
    );
  }

  /** Reports of one assembly in its term. */
  async listOf(bodyId: string): Promise<MonitoringReportRow[]> {
    return this.dataSource.query(`${SELECT} where r.body_id = $1 order by r.period_from desc`, [
      bodyId,
    ]);
  }
}

const SELECT = `
  select r.id, r.body_id as "bodyId", r.territory_kato as territory,
    jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en))
      as "territoryName",
    jsonb_build_object('from', r.period_from, 'until', r.period_until) as period,
    r.signed_on::text as "signedOn", r.signers,
    jsonb_build_object('kk', r.findings_kk, 'ru', r.findings_ru) as findings,
    jsonb_build_object('kk', r.recommendations_kk, 'ru', r.recommendations_ru) as recommendations,
    jsonb_build_object('kk', r.post_kk, 'ru', r.post_ru) as post,
    ${enclosuresOf('monitoring-report', 'r.id')} as enclosures
  from monitoring_reports r join territories t on t.kato = r.territory_kato`;
