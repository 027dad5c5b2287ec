import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { WorksRepository } from './works.repository.js';

/** The author of a project has seen what of it is changed. It is no consent. */
@Injectable()
export class MarkScopeChangeSeen {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /**
   * @returns the project
   * @throws DomainError not-found `scope-change.not_found`, conflict `scope-change.seen_already`
   */
  async run({ personId }: SignedIn, changeId: string): Promise<string> {
    const { at } = await this.clock.now();
    return this.unitOfWork.run((tx) => tx.of(WorksRepository).markSeen(changeId, personId, at));
  }
}
