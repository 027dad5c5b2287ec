import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assertMovable, type BatchOfFinding } from '#rules/integrity/quarantine.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../../rounds/round.reader.js';
import { addMotion, lockForMotion } from './add-motion.js';
import { movingQuarantine } from './quarantine.policy.js';
import { QuarantineRepository } from './quarantine.repository.js';
import { QuarantineWeights } from './quarantine-weights.js';
import { SuspiciousBatchReader } from './suspicious-batch.reader.js';

/** An auditor moves that the ballots behind a finding of the integrity report are set aside. */
@Injectable()
export class MoveToSetAside {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly batches: SuspiciousBatchReader,
    private readonly weights: QuarantineWeights,
  ) {}

  /**
   * @returns the id of the motion, to be decided by another person
   * @throws DomainError not-found `quarantine.no_such_finding`; rule-violated `quarantine.invalid`;
   * conflict `quarantine.undecided`, `result.published_already`
   */
  async run(
    person: SignedIn,
    roundId: string,
    { reason, ...batch }: BatchOfFinding & { readonly reason: OfficialText },
  ): Promise<string> {
    const [id, quarantineId] = [v7(), v7()];
    const round = await this.rounds.getPublic(roundId);
    const actor = movingQuarantine(person, round.territoryPath);
    const finding = await this.batches.getFinding(roundId, batch);
    const marks = await this.batches.listMarks(roundId, finding);
    const weighed = await this.weights.weigh(round, { aim: 'set-aside', marks });
    const { counted } = weighed.preview;
    assertMovable(reason, { ballots: marks.length, left: counted.after });
    const { signal, where: subject } = batch;
    const quarantine = { id: quarantineId, roundId, signal, subject, ballots: marks.length };
    const motion = { id, actor, aim: 'set-aside', reason, quarantine, weighed } as const;
    await this.unitOfWork.run(async (tx) => {
      const territory = await lockForMotion(tx, motion);
      await tx.of(QuarantineRepository).add(quarantine, marks);
      await addMotion(tx, territory, motion);
    });
    return id;
  }
}
