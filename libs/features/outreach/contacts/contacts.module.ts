import { Module } from '@nestjs/common';
import { ChooseLanguage } from './choose-language.js';
import { ConfirmContact } from './confirm-contact.js';
import { ContactCodes } from './contact-codes.js';
import { ContactReader } from './contact.reader.js';
import { ForgetConfirmations } from './forget-confirmations.js';
import { LeaveContact } from './leave-contact.js';
import { RemoveContact } from './remove-contact.js';

const PROVIDERS = [
  ContactCodes,
  ContactReader,
  LeaveContact,
  ConfirmContact,
  RemoveContact,
  ChooseLanguage,
  ForgetConfirmations,
];

/** Mail addresses and mobile numbers of residents, confirmed by a code. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ContactsModule {}
