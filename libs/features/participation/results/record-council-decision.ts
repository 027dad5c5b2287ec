import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { getLawfulStrikes, type ResultDecision } from '#rules/participation/result-decision.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { RoundReader } from '../rounds/round.reader.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { actingForCouncil } from './result.policy.js';
import { ResultRepository } from './result.repository.js';
import { assertUnpublished } from './store-repeated-tally.js';
import { winningNumbers, type StoredCount } from './stored-count.js';
import { TallyRepository } from './tally.repository.js';

/** Records what the Expert Council decided on the provisional result. */
@Injectable()
export class RecordCouncilDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
  ) {}

  /** @throws DomainError rule-violated `result.decision_invalid`, `result.tie_open` */
  async run(person: SignedIn, roundId: string, decision: ResultDecision): Promise<void> {
    const { territoryPath } = await this.rounds.getPublic(roundId);
    const actor = actingForCouncil(person, territoryPath);
    await this.unitOfWork.run(async (tx) => {
      const round = await tx.of(RoundRepository).getForChange(roundId);
      assertUnpublished(round);
      const { id: tallyId, outcome } = await tx.of(TallyRepository).getLatest(roundId);
      assertNoTie(outcome);
      const strikes = getLawfulStrikes(decision, winningNumbers(outcome));
      await tx.of(ResultRepository).add(
        {
          tallyId,
          roundId,
          councilProtocol: decision.protocolNumber,
          councilTextKk: decision.text.kk,
          councilTextRu: decision.text.ru,
          decidedBy: actor.personId,
        },
        strikes,
      );
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'result.decided',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        after: { tally: tallyId, ...decision },
      });
    });
  }
}

function assertNoTie({ pots }: StoredCount): void {
  const between = pots.flatMap(({ tie }) => tie?.between ?? []);
  if (between.length > 0) throw new DomainError('rule-violated', 'result.tie_open', { between });
}
