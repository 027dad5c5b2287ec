import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessMilestone, type Milestone } from '#rules/implementation/milestone.js';
import { nextWorksState } from '#rules/implementation/works-lifecycle.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { WorksReader } from './works.reader.js';
import { WorksRepository } from './works.repository.js';

export interface NotedMilestone {
  readonly project: string;
  /** Without a finish it stays what it was. */
  readonly milestone: Omit<Milestone, 'finishBy'> & { readonly finishBy: string | null };
  /** Addresses of pictures. */
  readonly photos: readonly string[];
}

/** Progress from the building site: part done, money paid, a later finish with its reason. */
@Injectable()
export class NoteMilestone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly works: WorksReader,
  ) {}

  async run(officer: SignedIn, { project, milestone, photos }: NotedMilestone): Promise<void> {
    const id = v7();
    const won = await this.works.getWon(project);
    const actor = actingAs(officer, ['officer', 'akim'], won.territoryPath);
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const works = tx.of(WorksRepository);
      const held = await works.getForChange(won.id);
      const noted = { ...milestone, finishBy: milestone.finishBy ?? held.finishBy };
      const last = { ...held, on: held.lastOn };
      assertNoFaults('milestone.invalid', assessMilestone(noted, { last, today }));
      const event = { id, kind: 'progress', milestone: noted, photos, actor, at } as const;
      await works.addEvent(won.id, event, nextWorksState(held.state, 'progress'));
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'works.milestone_noted',
        objectKind: 'project',
        objectId: won.id,
        territory: won.territoryPath.at(-1)!,
        after: noted,
      });
    });
  }
}
