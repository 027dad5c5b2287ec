import { DomainError } from '#rules/kernel/domain-error.js';
import type { PressureState } from '#rules/integrity/pressure-report.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { nextYearlyNumber } from '#platform/persistence/yearly-number.js';
import { PressureActRecord } from './pressure-act.record.js';
import { PressureReportRecord } from './pressure-report.record.js';

/** A report with what has become of it. */
export interface PressureCase {
  readonly report: PressureReportRecord;
  readonly state: PressureState;
}

/** Reports of pressure and the acts on them: rows are added and never changed. */
export class PressureReportRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_pressure_acts_once: () => new DomainError('conflict', 'pressure.act_done'),
  };

  async add(report: PressureReportRecord): Promise<void> {
    await this.manager.getRepository(PressureReportRecord).insert(report);
  }

  async addAct(act: PressureActRecord): Promise<void> {
    await this.manager.getRepository(PressureActRecord).insert(act);
  }

  /**
   * The case, kept from other acts until the end of the transaction.
   *
   * @throws DomainError not-found `pressure.not_found`
   */
  async lock(id: string): Promise<PressureCase> {
    const report = await this.manager
      .getRepository(PressureReportRecord)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!report) throw new DomainError('not-found', 'pressure.not_found');
    const acts = await this.manager.getRepository(PressureActRecord).findBy({ reportId: id });
    return { report, state: furthest(acts.map((act) => act.kind)) };
  }

  /** The next number of a year, `2026-0017`. */
  nextNumber(year: number): Promise<string> {
    return nextYearlyNumber(this.manager, 'pressure_numbers', year);
  }
}

const SEQUENCE: readonly PressureState[] = ['received', 'taken-up', 'passed-on', 'answered'];

function furthest(acts: readonly PressureState[]): PressureState {
  return SEQUENCE[Math.max(0, ...acts.map((act) => SEQUENCE.indexOf(act)))]!;
}
