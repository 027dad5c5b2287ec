import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import type { ListedWorksRow } from '../works/works-row.js';
import { WorksReader } from '../works/works.reader.js';
import { QuarterlyReportReader } from './quarterly-report.reader.js';
import { QuarterlyReportRepository } from './quarterly-report.repository.js';
import type { ReportedRoundRow, ReportFigureRow } from './quarterly-report-row.js';

export interface NewQuarterlyReport {
  /** First day of the quarter. */
  readonly quarter: CivilDate;
  readonly text: OfficialText;
}

/** The akimat reports on a quarter that is over: its words beside the figures of the records. */
@Injectable()
export class PublishQuarterlyReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly reports: QuarterlyReportReader,
    private readonly works: WorksReader,
  ) {}

  /** @throws DomainError rule-violated `quarterly-report.invalid`, conflict `quarterly-report.…` */
  async run(person: SignedIn, roundId: string, report: NewQuarterlyReport): Promise<void> {
    const round = await this.reports.get(roundId);
    const actor = actingAs(person, ['officer'], round.territoryPath);
    const { report: former, ...period } = quarterOf(round, report.quarter);
    if (former) throw new DomainError('conflict', 'quarterly-report.published_already');
    assertNoFaults(
      'quarterly-report.invalid',
      missingLanguages(report.text).map((language) => ({
        code: 'quarterly-report.text_missing',
        field: language === 'kk' ? 'textKk' : 'textRu',
      })),
    );
    const figures = (await this.works.listOfRound(roundId)).map(figureOf);
    const { at, today } = await this.clock.now();
    const published = { roundId, period, publishedOn: today, text: report.text, figures };
    await this.unitOfWork.run(async (tx) => {
      await tx.of(QuarterlyReportRepository).add(published, actor, at);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'quarterly-report.published',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        after: { ...period, publishedOn: today },
      });
    });
  }
}

function quarterOf({ quarters }: ReportedRoundRow, from: CivilDate) {
  const found = quarters.find((quarter) => quarter.from === from);
  if (!found) throw new DomainError('conflict', 'quarterly-report.not_owed');
  return found;
}

function figureOf(row: ListedWorksRow): ReportFigureRow {
  const { number, title, state, percent, plannedBy, finishBy, delayReason } = row;
  return {
    number,
    title,
    state,
    percent,
    plannedTiyn: String(row.plannedTiyn),
    contractTiyn: row.contractTiyn === null ? null : String(row.contractTiyn),
    paidTiyn: String(row.paidTiyn),
    plannedBy,
    finishBy,
    delayReason,
  };
}
