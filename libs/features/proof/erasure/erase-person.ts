import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessErasure } from '#rules/registry/erasure.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { proposalFileRemoved } from '../../participation/proposals/proposal.events.js';
import type { ErasureGround } from './erased-keys-file.js';
import { ErasureRepository } from './erasure.repository.js';

/** A person is erased: the data key is destroyed, acts stay with nobody's name. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /**
   * Again changes nothing.
   *
   * @throws DomainError rule-violated `erasure.not_now` with everything that stands against it
   */
  async run(personId: string, ground: ErasureGround): Promise<void> {
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const erasures = tx.of(ErasureRepository);
      const key = await erasures.lock(personId);
      if (!key) return;
      assertNoFaults('erasure.not_now', assessErasure(await erasures.findTies(personId)));
      const files = await erasures.erase(key, ground, at);
      for (const name of files) await tx.of(OutboxRepository).add(proposalFileRemoved(name));
    });
  }
}
