import { DomainError } from '#rules/kernel/domain-error.js';
import type { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { STAGED_TOWN } from './staged-town.js';

/**
 * Ends the voting of a staged election when its last ballot has been cast. Refuses every round of
 * another town: there only an extension published by two people moves this instant.
 */
export class EndStagedVoting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(roundId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const rounds = tx.of(RoundRepository);
      const { now, territory } = await rounds.getForClosing(roundId);
      if (territory !== STAGED_TOWN.kato) throw new DomainError('not-found', 'round.not_found');
      await rounds.extendVoting(roundId, now);
    });
  }
}
