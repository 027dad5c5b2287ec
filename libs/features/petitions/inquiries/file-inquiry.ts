import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { inquiryDueOn, type InquiryAddressee } from '#rules/petitions/inquiry.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock, type Moment } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { inquiryFiled } from './inquiry.events.js';
import type { InquiryRecord } from './inquiry.record.js';
import { InquiryRepository } from './inquiry.repository.js';
import { LawfulInquiries } from './lawful-inquiries.js';
import type { NewInquiry } from './new-inquiry.js';

/** A deputy sends an inquiry; the addressee's month begins. */
@Injectable()
export class FileInquiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly lawfulInquiries: LawfulInquiries,
  ) {}

  /** @returns the id of the inquiry */
  async run(person: SignedIn, inquiry: NewInquiry): Promise<string> {
    const id = v7();
    const { deputy, actor } = await this.lawfulInquiries.assess(person, inquiry);
    const now = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const inquiries = tx.of(InquiryRepository);
      const number = await inquiries.nextNumber(Number(now.today.slice(0, 4)));
      const row = rowOf({ id, number, mandateId: deputy.id }, inquiry, now);
      await inquiries.add(row);
      await tx.of(OutboxRepository).add(inquiryFiled(id, row.dueOn));
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'inquiry.filed',
        objectKind: 'inquiry',
        objectId: id,
        territory: deputy.territory,
        after: { number, dueOn: row.dueOn },
      });
    });
    return id;
  }
}

function rowOf(
  key: Pick<InquiryRecord, 'id' | 'number' | 'mandateId'>,
  inquiry: NewInquiry,
  { at, today }: Moment,
): InquiryRecord {
  const { language, title, body, competence, addressee, addresseeTerritory } = inquiry;
  return {
    ...key,
    addresseeKind: inquiry.addresseeKind as InquiryAddressee,
    addresseeKato: addresseeTerritory,
    addresseeKk: addressee.kk,
    addresseeRu: addressee.ru,
    language,
    title,
    body,
    competence,
    petitionId: inquiry.petition ?? null,
    filedAt: at,
    filedOn: today,
    dueOn: inquiryDueOn(today, valueOn('maslikhat.inquiry-answer-months', today)),
  };
}
