import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import { addWorkingDays } from '#rules/calendar/working-days.js';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import {
  assessPressureReport,
  type PressureKind,
  type WrittenPressureReport,
} from '#rules/integrity/pressure-report.js';
import { formatReceipt, RECEIPT_RANDOM_BYTES } from '#rules/participation/receipt-code.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Sealing } from '#platform/identity/sealing.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../../participation/rounds/round.reader.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { PressureReportRepository } from './pressure-report.repository.js';

export interface NewPressureReport extends WrittenPressureReport {
  readonly territory: string;
  readonly round: string | null;
}

/** What the reporter takes home; the code is nowhere else and is never shown again. */
export interface PressureReceipt {
  readonly number: string;
  readonly code: string;
  readonly dueOn: string;
}

/** Of what is sealed; the text and the contact go together. */
export const PRESSURE_SEAL = 'pressure reports';

/** Somebody reports pressure or vote buying: nobody is asked who, nothing but the day is kept. */
@Injectable()
export class ReportPressure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly sealing: Sealing,
    private readonly places: TerritoryReader,
    private readonly rounds: RoundReader,
  ) {}

  /** @throws DomainError rule-violated `pressure.invalid` with every fault; not-found `round.not_found` */
  async run(report: NewPressureReport): Promise<PressureReceipt> {
    const faults = [...assessPressureReport(report), ...(await this.faultsOfPlace(report))];
    assertNoFaults('pressure.invalid', faults);
    if (report.round !== null) await this.rounds.getPublic(report.round);
    // Version 4: an id of version 7 would tell the moment.
    const id = v4();
    const code = formatReceipt(randomBytes(RECEIPT_RANDOM_BYTES));
    const { today } = await this.clock.now();
    const term = valueOn('participation.pressure-answer-working-days', today);
    const { text, contact, kind, territory, round } = report;
    const dueOn = addWorkingDays(today, term);
    const number = await this.unitOfWork.run(async (tx) => {
      const reports = tx.of(PressureReportRepository);
      const next = await reports.nextNumber(Number(today.slice(0, 4)));
      await reports.add({
        id,
        number: next,
        codeDigest: digestOfCode(code),
        territoryKato: territory,
        roundId: round,
        kind: kind as PressureKind,
        sealed: this.sealing.seal(JSON.stringify({ text, contact }), PRESSURE_SEAL, id),
        receivedOn: today,
        dueOn,
      });
      return next;
    });
    return { number, code, dueOn };
  }

  private async faultsOfPlace({ territory }: NewPressureReport): Promise<Fault[]> {
    const place = await this.places.find(territory);
    return place ? [] : [{ code: 'pressure.place_missing', field: 'territory' }];
  }
}

/** Under which a code is kept: the code itself is only with the reporter. */
export function digestOfCode(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
