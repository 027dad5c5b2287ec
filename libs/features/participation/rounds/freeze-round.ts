import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { assertChangeable } from './round-change.js';
import { actingOnRounds } from './round.policy.js';
import { RoundRepository } from './round.repository.js';

/** An officer freezes the rules of a round: from then on its terms cannot change. */
@Injectable()
export class FreezeRound {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(officer: SignedIn, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const round = await tx.of(RoundRepository).getForChange(id);
      const actor = actingOnRounds(officer, round.territoryPath);
      assertChangeable(round);
      await tx.of(RoundRepository).change(id, { frozenAt: round.now });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'round.freeze',
        objectKind: 'round',
        objectId: id,
        territory: round.territory,
        after: { frozenAt: round.now },
      });
    });
  }
}
