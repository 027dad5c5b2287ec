import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assessInquiry, inquiryDueOn, type InquiryAddressee } from '#rules/petitions/inquiry.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock, type Moment } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import type { DeputyRow } from '../../registry/deputies/deputy-row.js';
import { DeputyReader } from '../../registry/deputies/deputy.reader.js';
import { actingAs } from '../../registry/officers/actor.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { PetitionReader } from '../petitions/petition.reader.js';
import { inquiryFiled } from './inquiry.events.js';
import type { InquiryRecord } from './inquiry.record.js';
import { InquiryRepository } from './inquiry.repository.js';

/** An inquiry as a deputy wrote it. */
export interface NewInquiry {
  readonly addresseeKind: string;
  readonly addresseeTerritory: string;
  readonly addressee: OfficialText;
  readonly language: 'kk' | 'ru';
  readonly title: string;
  readonly body: string;
  readonly competence: string;
  readonly concernsProsecution: boolean;
  /** Of which maslikhat, where the person sits in more than one. */
  readonly maslikhat?: string | undefined;
  /** A petition of the deputy that has reached its threshold. */
  readonly petition?: string | undefined;
}

/** A deputy sends an inquiry; the addressee's month begins. */
@Injectable()
export class FileInquiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly deputies: DeputyReader,
    private readonly territories: TerritoryReader,
    private readonly petitions: PetitionReader,
  ) {}

  /** @returns the id of the inquiry */
  async run(person: SignedIn, inquiry: NewInquiry): Promise<string> {
    const id = v7();
    const deputy = await this.mandateOf(person, inquiry.maslikhat);
    const actor = actingAs(person, ['deputy'], [deputy.territory]);
    await this.assertLawful(inquiry, deputy.territory);
    await this.assertOwnPetition(person, inquiry.petition);
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

  private async mandateOf(person: SignedIn, maslikhat: string | undefined): Promise<DeputyRow> {
    const held = await this.deputies.listHeldBy(person.personId);
    const found = held.find((each) => maslikhat === undefined || each.territory === maslikhat);
    if (!found) throw new DomainError('forbidden', 'identity.role_needed', { roles: ['deputy'] });
    return found;
  }

  private async assertOwnPetition(person: SignedIn, id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const petition = await this.petitions.getFor(person, id);
    if (petition.deputyId !== person.personId)
      throw new DomainError('not-found', 'petition.not_found');
    if (petition.reachedAt === null) throw new DomainError('conflict', 'session.not_reached');
  }

  private async assertLawful(inquiry: NewInquiry, maslikhat: string): Promise<void> {
    const addressee = await this.territories.find(inquiry.addresseeTerritory);
    const own = await this.territories.get(maslikhat);
    const paths = { addresseePath: addressee?.path ?? [], maslikhatPath: own.path };
    assertNoFaults('inquiry.invalid', assessInquiry({ ...inquiry, ...paths }));
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
