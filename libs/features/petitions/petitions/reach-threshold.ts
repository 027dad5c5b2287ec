import { Injectable } from '@nestjs/common';
import { termsAfterThreshold } from '#rules/petitions/petition-terms.js';
import { civilDateOf } from '#platform/clock/clock.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import { PETITION_AWAITS_ANSWER, petitionEvent } from './petition.events.js';
import { PetitionRepository } from './petition.repository.js';

/**
 * What follows the signature that reached the threshold: the petition is sent to its addressee, and
 * the clock of the answer runs. Called inside the transaction that marks the event delivered, so it
 * takes effect once.
 */
@Injectable()
export class ReachThreshold {
  async run(tx: Transaction, id: string): Promise<void> {
    const petitions = tx.of(PetitionRepository);
    const petition = await petitions.getForChange(id);
    const { reachedAt } = await petitions.getTally(id);
    if (petition.state !== 'open' || reachedAt === null) return;
    const { body, rulesOn } = petition;
    const reachedOn = civilDateOf(reachedAt);
    const terms = termsAfterThreshold({ body, reachedOn, rulesOn: rulesOn! });
    await petitions.move(petition, 'reach', { ...terms, reachedAt });
    await tx.of(OutboxRepository).add(petitionEvent(PETITION_AWAITS_ANSWER, id));
  }
}
