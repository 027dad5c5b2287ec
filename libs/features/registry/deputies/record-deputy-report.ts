import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessDeputyReport } from '#rules/registry/deputy-report.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { actingAsSecretary } from './deputies.policy.js';
import { MandateRepository } from './mandate.repository.js';

/** A report as it was given. */
export interface GivenReport {
  readonly year: number;
  readonly on: CivilDate;
  readonly place: OfficialText;
  readonly link: string | null;
  /** Ids of the files beside it. */
  readonly enclosures: readonly string[];
}

/** The secretary enters that a deputy told the population of a year's work. */
@Injectable()
export class RecordDeputyReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(person: SignedIn, mandateId: string, report: GivenReport): Promise<void> {
    const id = v7();
    const { at, today } = await this.clock.now();
    const { year, on, place, link, enclosures } = report;
    await this.unitOfWork.run(async (tx) => {
      const mandates = tx.of(MandateRepository);
      const { mandate, setting } = await mandates.getForChange(mandateId);
      const actor = actingAsSecretary(person, setting.territory);
      const period = { from: mandate.heldFrom, until: mandate.heldUntil };
      assertNoFaults('deputy_report.invalid', [
        ...assessDeputyReport({ mandate: period, ...report, today }),
        ...assessEnclosures(enclosures),
      ]);
      const written = { reportedOn: on, placeKk: place.kk, placeRu: place.ru, link };
      const entered = { enteredBy: person.personId, enteredAt: at };
      await mandates.addReport({ id, mandateId, year, ...written, ...entered });
      const enclosing = { object: 'deputy-report', objectId: id } as const;
      await tx
        .of(EnclosureRepository)
        .enclose({ ...enclosing, personId: person.personId }, enclosures);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'maslikhat.report_recorded',
        objectKind: 'deputy',
        objectId: mandateId,
        territory: setting.territory,
        after: { year, on, link, enclosures },
      });
    });
  }
}
