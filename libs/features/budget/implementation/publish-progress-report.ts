import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { type ReportPeriod, reportPeriodsOf } from '#rules/implementation/quarterly-report.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { WorksReader } from './works.reader.js';
import { WorksRepository } from './works.repository.js';

export interface WrittenReport {
  readonly roundId: string;
  /** First day of the quarter. */
  readonly periodFrom: string;
  readonly text: OfficialText;
}

/**
 * The akimat publishes its report on a quarter that is over; late ones too, and they stay late.
 *
 * @law PR p. 85
 */
@Injectable()
export class PublishProgressReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly works: WorksReader,
  ) {}

  async run(officer: SignedIn, { roundId, periodFrom, text }: WrittenReport): Promise<void> {
    const id = v7();
    const round = await this.works.getReportedRound(roundId);
    const actor = actingAs(officer, ['officer', 'akim'], round.territoryPath);
    const { at, today } = await this.clock.now();
    const period = reportPeriodsOf(round.publishedOn, null, today).find(
      ({ from }) => from === periodFrom,
    );
    assertNoFaults('progress-report.invalid', faultsOf(period, text));
    await this.unitOfWork.run(async (tx) => {
      const report = {
        id,
        roundId: round.id,
        period: period!,
        publishedOn: today,
        text,
        actor,
        at,
      };
      await tx.of(WorksRepository).addProgressReport(report);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'works.report_published',
        objectKind: 'round',
        objectId: round.id,
        territory: round.territory,
        after: { period },
      });
    });
  }
}

function faultsOf(period: ReportPeriod | undefined, text: OfficialText): readonly Fault[] {
  const faults: Fault[] = [];
  if (period === undefined)
    faults.push({ code: 'progress-report.period_not_over', field: 'periodFrom' });
  if (missingLanguages(text).length > 0)
    faults.push({ code: 'progress-report.text_missing', field: 'text' });
  return faults;
}
