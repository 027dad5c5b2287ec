import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { Sealing } from '#platform/identity/sealing.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { actingOnPressureReports } from './pressure-report.policy.js';
import { PressureReportRepository } from './pressure-report.repository.js';
import { PRESSURE_SEAL } from './report-pressure.js';

/** What the reporter wrote. */
export interface OpenedPressureReport {
  readonly text: string;
  readonly contact: string;
}

/** The auditor reads what was written; that it was read is noted. */
@Injectable()
export class OpenPressureReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealing: Sealing,
    private readonly places: TerritoryReader,
  ) {}

  /** @throws DomainError not-found `pressure.not_found`; forbidden for who is no auditor of the place */
  async run(person: SignedIn, id: string): Promise<OpenedPressureReport> {
    return this.unitOfWork.run(async (tx) => {
      const { report } = await tx.of(PressureReportRepository).lock(id);
      const place = await this.places.get(report.territoryKato);
      const actor = actingOnPressureReports(person, place.path);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'pressure-report.read',
        objectKind: 'pressure-report',
        objectId: id,
        territory: report.territoryKato,
      });
      return JSON.parse(
        this.sealing.open(report.sealed, PRESSURE_SEAL, id),
      ) as OpenedPressureReport;
    });
  }
}
