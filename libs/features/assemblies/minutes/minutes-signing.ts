import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { nextMinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { auditedMinutes, type MinutesInHand } from './minutes-acts.js';
import { partDigestsOf } from './minutes-digest.js';
import { freezeMinutes } from './freeze-minutes.js';
import { MinutesRepository } from './minutes.repository.js';
import { type Capacity, SignatoryRepository } from './signatory.repository.js';

/** How somebody signs. */
export interface Signing {
  readonly capacity: Capacity;
  readonly method: 'session' | 'wet';
  readonly personId: string | null;
  readonly signedOn: CivilDate;
  readonly fileId: string | null;
}

/** Puts a signature under minutes; the second one freezes them. */
export async function signMinutes(inHand: MinutesInHand, signing: Signing): Promise<void> {
  const { tx, actor, minutes, now } = inHand;
  const { capacity, method, personId, signedOn, fileId } = signing;
  const { document, digest } = signable(inHand, capacity);
  const signer = capacity === 'chair' ? document.chair : document.secretary;
  const made = { id: v7(), minutesId: minutes.id, at: now.at, recordedBy: actor.personId };
  const parts = partDigestsOf(document);
  const signature = {
    ...made,
    capacity,
    personId,
    signer,
    method,
    signedOn,
    fileId,
    digest,
    parts,
  };
  await tx.of(SignatoryRepository).add(signature);
  const state = await advance(inHand, capacity);
  const after = { state, capacity, method, signedOn, digest: digest.toString('hex') };
  const audited = auditedMinutes(minutes, 'minutes.signature_given', { after });
  await tx.of(AuditEntryRepository).add(actor, audited);
}

function signable({ minutes }: MinutesInHand, capacity: Capacity) {
  const { state, document, digest } = minutes;
  nextMinutesState(state, actOf(capacity));
  if (document === null || digest === null)
    throw new DomainError('conflict', 'minutes.act_not_possible', { state });
  return { document, digest };
}

async function advance(inHand: MinutesInHand, capacity: Capacity): Promise<MinutesState> {
  if (capacity === 'secretary') return freezeMinutes(inHand);
  const { tx, minutes } = inHand;
  const { state } = await tx.of(MinutesRepository).move(minutes, 'sign-as-chair');
  return state;
}

function actOf(capacity: Capacity) {
  return capacity === 'chair' ? 'sign-as-chair' : 'sign-as-secretary';
}
