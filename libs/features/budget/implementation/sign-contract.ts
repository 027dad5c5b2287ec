import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessContract, type WorksContract } from '#rules/implementation/works-contract.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { WorksReader } from './works.reader.js';
import { WorksRepository } from './works.repository.js';

/** The akimat records the contract of a chosen project; a missing line is shown, not refused. */
@Injectable()
export class SignContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly works: WorksReader,
  ) {}

  async run(officer: SignedIn, projectIdOrNumber: string, contract: WorksContract): Promise<void> {
    const id = v7();
    const project = await this.works.getWon(projectIdOrNumber);
    const actor = actingAs(officer, ['officer', 'akim'], project.territoryPath);
    const { at, today } = await this.clock.now();
    const { lineTiyn } = project;
    assertNoFaults('contract.invalid', assessContract(contract, { lineTiyn, today }));
    const milestone = {
      on: contract.signedOn,
      percent: 0,
      paidTiyn: 0n,
      finishBy: contract.finishBy,
      delayReason: null,
      note: '',
    };
    await this.unitOfWork.run(async (tx) => {
      const works = tx.of(WorksRepository);
      await works.add(project.id, contract);
      const event = { id, kind: 'contract', milestone, photos: [], actor, at } as const;
      await works.addEvent(project.id, event, 'contracted');
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'works.contracted',
        objectKind: 'project',
        objectId: project.id,
        territory: project.territoryPath.at(-1)!,
        after: contract,
      });
    });
  }
}
