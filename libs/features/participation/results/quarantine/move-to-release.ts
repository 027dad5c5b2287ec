import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assertReasoned } from '#rules/integrity/quarantine.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../../rounds/round.reader.js';
import { addMotion, lockForMotion } from './add-motion.js';
import { movingQuarantine } from './quarantine.policy.js';
import { QuarantineReader } from './quarantine.reader.js';
import { QuarantineWeights } from './quarantine-weights.js';

/** An auditor moves that ballots which were set aside count again. */
@Injectable()
export class MoveToRelease {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly quarantines: QuarantineReader,
    private readonly weights: QuarantineWeights,
  ) {}

  /**
   * @returns the id of the motion, to be decided by another person
   * @throws DomainError not-found `quarantine.not_standing`; rule-violated `quarantine.invalid`;
   * conflict `quarantine.undecided`, `result.published_already`
   */
  async run(
    person: SignedIn,
    roundId: string,
    { quarantine: quarantineId, reason }: { quarantine: string; reason: OfficialText },
  ): Promise<string> {
    const id = v7();
    const round = await this.rounds.getPublic(roundId);
    const actor = movingQuarantine(person, round.territoryPath);
    assertReasoned(reason);
    const { signal, where, ballots } = await this.quarantines.getStanding(roundId, quarantineId);
    const marks = await this.quarantines.listMarksOf(quarantineId);
    const weighed = await this.weights.weigh(round, { aim: 'release', marks });
    const quarantine = { id: quarantineId, roundId, signal, subject: where, ballots };
    const motion = { id, actor, aim: 'release', reason, quarantine, weighed } as const;
    await this.unitOfWork.run(async (tx) => {
      const territory = await lockForMotion(tx, motion);
      await addMotion(tx, territory, motion);
    });
    return id;
  }
}
