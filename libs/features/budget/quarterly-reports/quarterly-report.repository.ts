import type { ReportPeriod } from '#rules/implementation/quarterly-report.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { ReportFigureRow } from './quarterly-report-row.js';

export interface PublishedReport {
  readonly roundId: string;
  readonly period: ReportPeriod;
  readonly publishedOn: CivilDate;
  readonly text: OfficialText;
  readonly figures: readonly ReportFigureRow[];
}

/** Reports on quarters: published once and never changed. */
export class QuarterlyReportRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_quarterly_reports: () => new DomainError('conflict', 'quarterly-report.published_already'),
  };

  async add(report: PublishedReport, { personId, post }: Actor, at: Date): Promise<void> {
    const { roundId, period, publishedOn, text, figures } = report;
    await this.manager.query(
      `insert into quarterly_reports (round_id, quarter_from, quarter_until, due_on, published_on,
         text_kk, text_ru, figures, by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        roundId,
        period.from,
        period.until,
        period.dueOn,
        publishedOn,
        text.kk,
        text.ru,
        JSON.stringify(figures),
        personId,
        post.kk,
        post.ru,
        at,
      ],
    );
  }
}
