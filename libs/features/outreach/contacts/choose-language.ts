import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { MessageLanguage } from './contact-row.js';
import { ContactRepository } from './contact.repository.js';

/** Somebody says in which language messages are to be written. */
@Injectable()
export class ChooseLanguage {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run({ personId }: SignedIn, language: MessageLanguage): Promise<void> {
    await this.unitOfWork.run((tx) => tx.of(ContactRepository).setLanguage(personId, language));
  }
}
