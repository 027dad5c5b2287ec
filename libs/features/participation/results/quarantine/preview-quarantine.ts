import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { type BatchOfFinding, batchSizeFaults } from '#rules/integrity/quarantine.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../../record/audit-trail/audit-entry.repository.js';
import { RoundReader } from '../../rounds/round.reader.js';
import type { QuarantinePreview } from './quarantine-preview.js';
import { movingQuarantine } from './quarantine.policy.js';
import { QuarantineWeights } from './quarantine-weights.js';
import { SuspiciousBatchReader } from './suspicious-batch.reader.js';

/**
 * Shows an auditor what setting a batch aside would change. Everybody sees in the record of acts that
 * it was looked at: nobody tries batches in secret until the winners are as wished.
 */
@Injectable()
export class PreviewQuarantine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly batches: SuspiciousBatchReader,
    private readonly weights: QuarantineWeights,
  ) {}

  /** @throws DomainError not-found `quarantine.no_such_finding`; rule-violated `quarantine.invalid` */
  async run(person: SignedIn, roundId: string, batch: BatchOfFinding): Promise<QuarantinePreview> {
    const round = await this.rounds.getPublic(roundId);
    const actor = movingQuarantine(person, round.territoryPath);
    const finding = await this.batches.getFinding(roundId, batch);
    const marks = await this.batches.listMarks(roundId, finding);
    const { preview } = await this.weights.weigh(round, { aim: 'set-aside', marks });
    const { batch: totals, counted } = preview;
    // A preview of a few ballots would tell what they chose, whether or not they are set aside.
    const size = { ballots: totals.ballots, left: counted.after };
    assertNoFaults('quarantine.invalid', batchSizeFaults(size));
    await this.unitOfWork.run((tx) =>
      tx.of(AuditEntryRepository).add(actor, {
        act: 'quarantine.previewed',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        after: { ...batch, ballots: totals.ballots },
      }),
    );
    return preview;
  }
}
