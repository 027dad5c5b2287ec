import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { mayTryCode } from '#rules/registry/contact-code.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import { UnitOfWork, type Transaction } from '#platform/persistence/unit-of-work.js';
import { ContactCodes } from './contact-codes.js';
import { ContactRepository } from './contact.repository.js';

/** The code came back: the address is the person's. */
@Injectable()
export class ConfirmContact {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: ContactCodes,
  ) {}

  /**
   * A wrong code, a late one, a used one, one too many and none at all are answered alike.
   *
   * @throws DomainError rule-violated `contact.not_confirmed`
   */
  async run({ personId }: SignedIn, way: MessageWay, code: string): Promise<void> {
    // A try counts although it is refused, so the refusal comes after the commit.
    const isConfirmed = await this.unitOfWork.run(async (tx) => {
      await tx.of(ContactRepository).lock(personId);
      return this.tryCode(tx, { personId, way, code });
    });
    const fault = { code: 'contact.code_wrong', field: 'code' };
    assertNoFaults('contact.not_confirmed', isConfirmed ? [] : [fault]);
  }

  private async tryCode(
    tx: Transaction,
    { personId, way, code }: { personId: string; way: MessageWay; code: string },
  ): Promise<boolean> {
    const contacts = tx.of(ContactRepository);
    const open = await contacts.findOpen(personId, way);
    if (!open || !mayTryCode(open)) return false;
    await contacts.countTry(open.id);
    if (!this.codes.fits(open.id, code)) return false;
    await contacts.accept(open.id);
    return true;
  }
}
