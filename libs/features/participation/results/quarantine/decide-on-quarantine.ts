import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assertReasoned } from '#rules/integrity/quarantine.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../../record/audit-trail/audit-entry.repository.js';
import type { Actor } from '../../../registry/officers/actor.js';
import { RoundReader } from '../../rounds/round.reader.js';
import { RoundRepository } from '../../rounds/round.repository.js';
import type { RoundRow } from '../../rounds/round-row.js';
import { assertUnpublished, storeRepeatedTally } from '../store-repeated-tally.js';
import type { OpenMotion } from './quarantine-row.js';
import { decidingQuarantine } from './quarantine.policy.js';
import { QuarantineReader } from './quarantine.reader.js';
import { QuarantineRepository } from './quarantine.repository.js';
import { QuarantineWeights } from './quarantine-weights.js';

/** What the second person says. */
export interface QuarantineVerdict {
  readonly confirmed: boolean;
  readonly text: OfficialText;
}

/**
 * Another person confirms or refuses a motion. With a confirmation the round is counted anew in the
 * same act, so that the count which stands is always the one without what is set aside.
 */
@Injectable()
export class DecideOnQuarantine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly quarantines: QuarantineReader,
    private readonly weights: QuarantineWeights,
  ) {}

  /**
   * @throws DomainError not-found `quarantine.no_such_motion`; forbidden
   * `quarantine.second_person_needed`; rule-violated `quarantine.invalid`; conflict
   * `result.published_already`, `result.counted_meanwhile`
   */
  async run(
    person: SignedIn,
    roundId: string,
    { motion: motionId, ...verdict }: QuarantineVerdict & { readonly motion: string },
  ): Promise<void> {
    const round = await this.rounds.getPublic(roundId);
    const actor = decidingQuarantine(person, round.territoryPath);
    assertUnpublished(round);
    const motion = await this.quarantines.getOpen(roundId, motionId);
    if (motion.movedBy === actor.personId)
      throw new DomainError('forbidden', 'quarantine.second_person_needed');
    assertReasoned(verdict.text);
    const decided = { round, actor, motion, verdict };
    await (verdict.confirmed ? this.confirm(decided) : this.refuse(decided));
  }

  private async confirm({ round, actor, motion, verdict }: Decided): Promise<void> {
    const marks = await this.quarantines.listMarksOf(motion.quarantine);
    const { former, prepared } = await this.weights.weigh(round, { aim: motion.aim, marks });
    const [id, roundId, reason] = [v7(), round.id, motion.reason.kk];
    const act = motion.aim === 'set-aside' ? 'quarantine.set_aside' : 'quarantine.released';
    await this.unitOfWork.run(async (tx) => {
      await storeRepeatedTally(tx, { id, roundId, actor, act, former, reason, prepared });
      await tx.of(QuarantineRepository).addDecision(decisionOf({ motion, actor, verdict }, id));
    });
  }

  private async refuse({ round, actor, motion, verdict }: Decided): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      assertUnpublished(await tx.of(RoundRepository).getForChange(round.id));
      await tx.of(QuarantineRepository).addDecision(decisionOf({ motion, actor, verdict }, null));
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'quarantine.refused',
        objectKind: 'round',
        objectId: round.id,
        territory: round.territory,
        after: { motion: motion.id, quarantine: motion.quarantine, text: verdict.text },
      });
    });
  }
}

interface Decided {
  readonly round: RoundRow;
  readonly actor: Actor;
  readonly motion: OpenMotion;
  readonly verdict: QuarantineVerdict;
}

function decisionOf({ motion, actor, verdict }: Omit<Decided, 'round'>, tallyId: string | null) {
  const { confirmed, text } = verdict;
  const people = { movedBy: motion.movedBy, decidedBy: actor.personId };
  return { motionId: motion.id, ...people, confirmed, textKk: text.kk, textRu: text.ru, tallyId };
}
