import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { ProposalRepository } from './proposal.repository.js';

const AT_ONCE = 100;

/** Returned proposals that were not corrected by their deadline lapse. */
@Injectable()
export class LapseUncorrectedProposals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns how many have lapsed */
  async run(): Promise<number> {
    const { today } = await this.clock.now();
    const ids = await this.unitOfWork.run((tx) =>
      tx.of(ProposalRepository).listUncorrected(today, AT_ONCE),
    );
    let lapsed = 0;
    for (const id of ids) lapsed += await this.lapse(id);
    return lapsed;
  }

  /** One proposal a transaction; a correction that arrived meanwhile wins. */
  private async lapse(id: string): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const proposals = tx.of(ProposalRepository);
      const round = await tx.of(RoundRepository).getForAdding(await proposals.getRoundId(id));
      const proposal = await proposals.getForChange(id);
      const { state, correctBy } = proposal;
      if (state !== 'returned' || correctBy === null || round.today <= correctBy) return 0;
      await proposals.move(proposal, 'lapse');
      return 1;
    });
  }
}
