import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessPressureAct, type PressureAct } from '#rules/integrity/pressure-report.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { actingOnPressureReports } from './pressure-report.policy.js';
import { PressureReportRepository } from './pressure-report.repository.js';

/** What the auditor does and tells the reporter. */
export interface NewPressureAct {
  readonly kind: string;
  readonly words: string;
}

/** The auditor takes a case up, passes it on to who may investigate, or answers it. */
@Injectable()
export class ActOnPressureReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly places: TerritoryReader,
  ) {}

  /** @throws DomainError rule-violated `pressure.invalid` with every fault; conflict where it is done already */
  async run(person: SignedIn, id: string, act: NewPressureAct): Promise<void> {
    const { today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const reports = tx.of(PressureReportRepository);
      const { report, state } = await reports.lock(id);
      const place = await this.places.get(report.territoryKato);
      const actor = actingOnPressureReports(person, place.path);
      assertNoFaults('pressure.invalid', assessPressureAct(state, act));
      const kind = act.kind as PressureAct;
      const common = { kind, words: act.words.trim(), actedOn: today };
      await reports.addAct({ id: v7(), reportId: id, personId: person.personId, ...common });
      await tx.of(AuditEntryRepository).add(actor, {
        act: `pressure-report.${kind}`,
        objectKind: 'pressure-report',
        objectId: id,
        territory: report.territoryKato,
      });
    });
  }
}
