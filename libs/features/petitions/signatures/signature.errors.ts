import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { isSignedHere } from '#rules/petitions/petition-kind.js';
import { takesSignatures } from '#rules/petitions/petition-lifecycle.js';
import type { OwnSignature, SignedPetition } from './signature.repository.js';

/** @returns why nobody can sign now or take a signature back, null while the window is open */
export function windowRefusal(petition: SignedPetition): DomainError | null {
  if (!isSignedHere(petition.kind))
    return new DomainError('conflict', 'signature.signed_elsewhere');
  if (!takesSignatures(petition.state))
    return new DomainError('rule-violated', 'signature.not_open', { state: petition.state });
  if (petition.now >= petition.closesAt!)
    return new DomainError('rule-violated', 'signature.window_over', {
      closedAt: petition.closesAt,
    });
  return null;
}

/** All grounds at once; the first one gives the refusal its code. */
export function signatureRefused(faults: readonly Fault[]): DomainError {
  const [first] = faults;
  return new DomainError('rule-violated', first?.code ?? 'signature.refused', {
    ...first?.details,
    faults,
  });
}

/** Whoever signs again learns the first signature's number. */
export function alreadySigned({ number, signedAt }: OwnSignature): DomainError {
  return new DomainError('conflict', 'petition.already_signed', { number, signedAt });
}
