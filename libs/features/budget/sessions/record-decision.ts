import type { Transaction } from '#platform/persistence/unit-of-work.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { type SessionDecision, SessionDecisionRepository } from './session-decision.repository.js';

/** Stores a decision with its votes and lays its annexes beside it. */
export async function recordDecision(tx: Transaction, made: SessionDecision): Promise<void> {
  await tx.of(SessionDecisionRepository).add(made);
  const { personId } = made.actor;
  await tx
    .of(EnclosureRepository)
    .enclose({ object: 'maslikhat-decision', objectId: made.id, personId }, made.annexes);
}
