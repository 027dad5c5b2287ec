import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import {
  assessResidentReport,
  type ResidentReport,
} from '#rules/implementation/works-acceptance.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { WorksReader } from './works.reader.js';
import { WorksRepository } from './works.repository.js';

export interface ReportedWorks extends Omit<ResidentReport, 'photos'> {
  readonly project: string;
  readonly photos: readonly string[];
}

/** A resident confirms "it is built", or says and shows what is not so; once a project. */
@Injectable()
export class ReportOnWorks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly works: WorksReader,
  ) {}

  async run(resident: SignedIn, { project, ...report }: ReportedWorks): Promise<void> {
    const id = v7();
    const won = await this.works.getWon(project);
    const shown = { ...report, photos: report.photos.length };
    assertNoFaults('resident-report.invalid', assessResidentReport(shown));
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const works = tx.of(WorksRepository);
      await works.getForChange(won.id);
      await works.addResidentReport(won.id, { ...report, id, residentId: resident.personId, at });
    });
  }
}
