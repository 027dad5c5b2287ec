import type { MonitoringPeriod } from '#rules/assemblies/monitoring.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** A report ready to be stored. */
export interface NewMonitoringReport {
  readonly id: string;
  readonly bodyId: string;
  readonly territory: string;
  readonly period: MonitoringPeriod;
  readonly signedOn: CivilDate;
  readonly signers: readonly string[];
  readonly findings: OfficialText;
  readonly recommendations: OfficialText;
  readonly actor: Actor;
  readonly at: Date;
}

/** Reports of monitoring commissions, kept as they were signed. */
export class MonitoringRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_monitoring_reports_one_a_period: () =>
      new DomainError('conflict', 'monitoring.reported_already'),
  };

  async add(report: NewMonitoringReport): Promise<void> {
    const { period, findings, recommendations, actor } = report;
    await this.manager.query(
      `insert into monitoring_reports (id, body_id, territory_kato, period_from, period_until,
         signed_on, signers, findings_kk, findings_ru, recommendations_kk, recommendations_ru,
         by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        report.id,
        report.bodyId,
        report.territory,
        period.from,
        period.until,
        report.signedOn,
        JSON.stringify(report.signers),
        findings.kk,
        findings.ru,
        recommendations.kk,
        recommendations.ru,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        report.at,
      ],
    );
  }
}
