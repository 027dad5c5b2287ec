import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ContactRepository } from './contact.repository.js';

/** An address is taken back: what is on its way there is dropped. */
@Injectable()
export class RemoveContact {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run({ personId }: SignedIn, way: MessageWay): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const contacts = tx.of(ContactRepository);
      await contacts.lock(personId);
      await contacts.closeOpen(personId, way);
      await contacts.remove(personId, way);
    });
  }
}
