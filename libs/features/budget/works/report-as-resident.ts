import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assessResidentReport } from '#rules/implementation/works-acceptance.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { worksChanged } from './works.events.js';
import { assertLivesHere } from './works.policy.js';
import { WorksRepository } from './works.repository.js';

export interface NewResidentReport {
  readonly verdict: 'built' | 'not-so';
  readonly text: string;
  readonly language: 'kk' | 'ru';
  /** Ids of photos. */
  readonly enclosures: readonly string[];
}

const NOTHING_TO_SEE = ['planned', 'postponed', 'cancelled'];

/** A resident of the place says what is there: built, or not so. */
@Injectable()
export class ReportAsResident {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @throws DomainError rule-violated `resident-report.invalid`, conflict `resident-report.said_today` */
  async run(person: SignedIn, projectId: string, report: NewResidentReport): Promise<void> {
    const id = v7();
    const { at, today: on } = await this.clock.now();
    const { enclosures, ...said } = report;
    const { personId } = person;
    await this.unitOfWork.run(async (tx) => {
      const repository = tx.of(WorksRepository);
      const works = await repository.getForAct(projectId);
      assertLivesHere(person, works.territory);
      if (NOTHING_TO_SEE.includes(works.state))
        throw new DomainError('conflict', 'resident-report.nothing_to_see');
      const files = tx.of(EnclosureRepository);
      const photos = await files.countLoosePhotos(personId, enclosures);
      assertNoFaults('resident-report.invalid', [
        ...assessResidentReport({ ...said, photos }),
        ...assessEnclosures(enclosures),
      ]);
      await repository.addResidentReport({ ...said, id, projectId, residentId: personId, on, at });
      await files.enclose({ object: 'resident-report', objectId: id, personId }, enclosures);
      await tx.of(OutboxRepository).add(worksChanged(projectId, 'works.seen_by_resident'));
    });
  }
}
