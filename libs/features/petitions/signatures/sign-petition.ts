import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { formatReceipt, RECEIPT_RANDOM_BYTES } from '#rules/participation/receipt-code.js';
import { isPublic } from '#rules/petitions/petition-lifecycle.js';
import { assessSigner } from '#rules/petitions/petition-signer.js';
import { freshRandomBytes } from '#platform/identity/random-pool.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { PreparedSignature, SignatureAct, SignatureReceipt } from './signature-act.js';
import { SignatureBox } from './signature-box.js';
import { alreadySigned, signatureRefused, windowRefusal } from './signature.errors.js';
import {
  type OwnSignature,
  SignatureRepository,
  type SignedPetition,
  type SignerRow,
} from './signature.repository.js';

/**
 * A resident signs a petition. A signature with nothing against it takes the hot path; every other
 * act is decided one at a time under the lock of the tally, which also finds the reason.
 */
@Injectable()
export class SignPetition {
  constructor(
    private readonly box: SignatureBox,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @throws DomainError not-found for a petition that is not there, unauthenticated for a session
   * that is not alive, conflict `petition.already_signed` with the first one's number, rule-violated
   * with all grounds
   */
  async run(act: SignatureAct): Promise<SignatureReceipt> {
    const receipt = formatReceipt(freshRandomBytes(RECEIPT_RANDOM_BYTES));
    const signature = { act, receipt };
    return (await this.box.add(signature)) ?? (await this.decide(signature));
  }

  private decide(signature: PreparedSignature): Promise<SignatureReceipt> {
    const { tokenDigest, petitionId } = signature.act;
    return this.unitOfWork.run(async (tx) => {
      const signatures = tx.of(SignatureRepository);
      const signer = await signatures.findSigner(tokenDigest);
      if (!signer) throw new DomainError('unauthenticated', 'identity.not_signed_in');
      const petition = await signatures.getPetition(petitionId);
      if (!petition || !isPublic(petition.state))
        throw new DomainError('not-found', 'petition.not_found');
      const repeated = await findRepeated(signatures, signature.act, signer);
      if (repeated) return answerRepeat(repeated, signature.act);
      const own = await signatures.findOwn(petitionId, signer.residentId);
      // Stored by a batch whose answer was lost on the way: it is this very signature.
      if (own?.receipt === signature.receipt) return own;
      if (own) throw alreadySigned(own);
      assertMaySign(signature.act, signer, petition);
      const added = await signatures.add(signature);
      if (!added) throw signatureRefused([]);
      return added;
    });
  }
}

/** The same key with the same body gives the same answer, also after a withdrawal. */
function answerRepeat(stored: OwnSignature, { nameHidden }: SignatureAct): SignatureReceipt {
  if (stored.nameHidden !== nameHidden)
    throw new DomainError('rule-violated', 'idempotency.other_body');
  return stored;
}

async function findRepeated(
  signatures: SignatureRepository,
  { petitionId, idempotencyKey: key }: SignatureAct,
  { residentId }: SignerRow,
): Promise<OwnSignature | null> {
  if (key === null) return null;
  const own = await signatures.findOwn(petitionId, residentId);
  if (own?.idempotencyKey === key) return own;
  return signatures.findFormer(petitionId, residentId, key);
}

function assertMaySign(act: SignatureAct, signer: SignerRow, petition: SignedPetition): void {
  const refusal = windowRefusal(petition);
  if (refusal) throw refusal;
  if (act.textDigest !== null && act.textDigest !== petition.textDigest)
    throw new DomainError('conflict', 'signature.other_text', { text: petition.textDigest });
  const { territory, minimumAge, today } = petition;
  const faults = assessSigner(signer, { territory, minimumAge: minimumAge! }, today);
  if (faults.length > 0) throw signatureRefused(faults);
}
