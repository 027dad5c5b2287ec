import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import {
  assessAcceptance,
  warrantyUntil,
  type WorksAcceptance,
} from '#rules/implementation/works-acceptance.js';
import { nextWorksState } from '#rules/implementation/works-lifecycle.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { WorksReader } from './works.reader.js';
import { WorksRepository } from './works.repository.js';

export interface AcceptanceAct extends Omit<WorksAcceptance, 'photosAfter'> {
  readonly project: string;
  readonly photos: readonly string[];
}

/** The akimat accepts finished works by an act; the warranty begins. */
@Injectable()
export class AcceptWorks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly works: WorksReader,
  ) {}

  async run(officer: SignedIn, { project, photos, ...act }: AcceptanceAct): Promise<void> {
    const id = v7();
    const won = await this.works.getWon(project);
    const actor = actingAs(officer, ['officer', 'akim'], won.territoryPath);
    const { at, today } = await this.clock.now();
    const { acceptedOn, actNumber, warrantyMonths } = act;
    await this.unitOfWork.run(async (tx) => {
      const works = tx.of(WorksRepository);
      const held = await works.getForChange(won.id);
      const facts = { percent: held.percent, startedOn: held.signedOn, today };
      const written = { ...act, photosAfter: photos.length };
      assertNoFaults('acceptance.invalid', assessAcceptance(written, facts));
      const milestone = { ...held, on: acceptedOn, delayReason: null, note: '' };
      const event = { id, kind: 'acceptance', milestone, photos, actor, at } as const;
      const until = warrantyUntil(acceptedOn, warrantyMonths);
      const accepted = { actNumber, acceptedOn, warrantyUntil: until };
      await works.addEvent(won.id, event, nextWorksState(held.state, 'accept'), accepted);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'works.accepted',
        objectKind: 'project',
        objectId: won.id,
        territory: won.territoryPath.at(-1)!,
        after: accepted,
      });
    });
  }
}
