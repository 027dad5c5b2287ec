import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { worksChanged } from './works.events.js';
import { actingAsBuilder } from './works.policy.js';
import { type ActInOffice, type WorksOnHand, WorksRepository } from './works.repository.js';

/** Who asks for an act on which works; `version` null asks for no particular one. */
export interface WorksAsked {
  readonly person: SignedIn;
  readonly projectId: string;
  readonly version: number | null;
}

/** The moment in which an act is done: nobody else acts on these works. */
export interface WorksTurn {
  readonly tx: Transaction;
  readonly repository: WorksRepository;
  readonly works: WorksOnHand;
  readonly act: ActInOffice;
  readonly version: number | null;
  readonly today: CivilDate;
}

/** What every act of the akimat on works has in common: the turn, the actor, the entry, the news. */
@Injectable()
export class RecordWorksAct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @param write does the act and returns what its audit entry tells */
  async run(
    { person, projectId, version }: WorksAsked,
    name: string,
    write: (turn: WorksTurn) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<void> {
    const id = v7();
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const repository = tx.of(WorksRepository);
      const works = await repository.getForAct(projectId);
      const actor = actingAsBuilder(person, works);
      const act = { id, projectId, actor, at };
      const after = await write({ tx, repository, works, act, version, today });
      await tx.of(AuditEntryRepository).add(actor, {
        act: name,
        objectKind: 'project',
        objectId: projectId,
        territory: works.territory,
        before: { state: works.state },
        after,
      });
      await tx.of(OutboxRepository).add(worksChanged(projectId, name));
    });
  }
}
