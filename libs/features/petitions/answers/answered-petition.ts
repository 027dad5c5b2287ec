import { DomainError } from '#rules/kernel/domain-error.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import type { PetitionRecord } from '../petitions/petition.record.js';
import { PetitionRepository } from '../petitions/petition.repository.js';
import type { AddressedPetition } from './answer.policy.js';

/** A petition that waits for its answer, locked, with whom it addresses. */
export interface AwaitingPetition {
  readonly petition: PetitionRecord;
  readonly addressed: AddressedPetition;
}

/** @throws DomainError not-found `petition.not_found`, conflict `petition-answer.not_awaited` */
export async function lockAwaiting(tx: Transaction, id: string): Promise<AwaitingPetition> {
  const petitions = tx.of(PetitionRepository);
  const petition = await petitions.getForChange(id);
  const { kind, body, territoryKato: territory } = petition;
  const { path: territoryPath } = await petitions.getPlace(territory);
  return { petition, addressed: { kind, body, territory, territoryPath } };
}

/** Asked after who may answer: to others the state is nobody's business. */
export function assertAwaits({ state }: PetitionRecord): void {
  if (state !== 'awaiting-answer')
    throw new DomainError('conflict', 'petition-answer.not_awaited', { state });
}
