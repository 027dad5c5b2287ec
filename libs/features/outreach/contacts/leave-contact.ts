import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { readMailAddress, readMobileNumber } from '#rules/registry/contact-address.js';
import { CODE_MINUTES, maySendCode } from '#rules/registry/contact-code.js';
import { PersonalKeyRepository } from '#platform/identity/personal-key.repository.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import { OutgoingMessageRepository } from '#platform/messages/outgoing-message.repository.js';
import { UnitOfWork, type Transaction } from '#platform/persistence/unit-of-work.js';
import { ContactCodes } from './contact-codes.js';
import type { MessageLanguage } from './contact-row.js';
import { ContactRepository } from './contact.repository.js';

export interface WrittenContact {
  readonly way: MessageWay;
  readonly address: string;
  readonly language: MessageLanguage;
}

/** Kind of the message that brings a code. */
export const CODE_MESSAGE = 'contact-code';

/** Somebody leaves an address; a code goes there, and until it comes back nothing else does. */
@Injectable()
export class LeaveContact {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: PersonalKeys,
    private readonly codes: ContactCodes,
  ) {}

  /**
   * Whoever else has this address, and however often it was asked for, the answer is the same.
   *
   * @throws DomainError rule-violated `contact.invalid`
   */
  async run({ personId }: SignedIn, contact: WrittenContact): Promise<void> {
    const { way, language } = contact;
    const address = addressOf(contact);
    const addressDigest = this.codes.digestOf(address);
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const contacts = tx.of(ContactRepository);
      await contacts.lock(personId);
      const key = await tx.of(PersonalKeyRepository).get(personId, this.keys);
      const isSent = maySendCode(await contacts.countAsked(addressDigest));
      await contacts.closeOpen(personId, way);
      const sealedAddress = key.seal(address, 'address');
      const asked = { id, residentId: personId, way, sealedAddress, addressDigest, language };
      await contacts.addConfirmation({ ...asked, minutes: CODE_MINUTES });
      if (isSent) await sendCode(tx, { id, residentId: personId, way });
    });
  }
}

function addressOf({ way, address }: WrittenContact): string {
  const read = way === 'mail' ? readMailAddress(address) : readMobileNumber(address);
  if (read.address === null) assertNoFaults('contact.invalid', [read.fault]);
  return read.address!;
}

interface AskedCode {
  readonly id: string;
  readonly residentId: string;
  readonly way: MessageWay;
}

/** The code is not in the message either: the sender derives it. */
async function sendCode(tx: Transaction, { id, residentId, way }: AskedCode): Promise<void> {
  await tx.of(OutgoingMessageRepository).add({
    way,
    kind: CODE_MESSAGE,
    residentId,
    about: `${CODE_MESSAGE}:${id}`,
    payload: { confirmation: id },
    urgent: true,
  });
}
