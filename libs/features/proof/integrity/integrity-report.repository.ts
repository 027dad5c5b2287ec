import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { IntegrityReportRecord } from './integrity-report.record.js';

/** Reports are written once and never changed. */
export class IntegrityReportRepository extends TransactionalRepository {
  async add(report: Omit<IntegrityReportRecord, 'writtenAt'>): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(IntegrityReportRecord)
      .values(report)
      .orIgnore()
      .execute();
  }
}
