import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import {
  assessInquiryAnswer,
  type InquirySignatory,
  type WrittenAnswer,
} from '#rules/petitions/inquiry-answer.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { DatabaseClock, type Moment } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import { inquiryAnswered } from './inquiry.events.js';
import { actingAsAnswerer } from './inquiry.policy.js';
import type { InquiryRecord } from './inquiry.record.js';
import { InquiryRepository } from './inquiry.repository.js';

export interface NewAnswer extends WrittenAnswer {
  readonly language: 'kk' | 'ru';
  /** Ids of the files beside it. */
  readonly enclosures: readonly string[];
}

/** The addressee's official answers an inquiry, in time or late: a late answer is taken as well. */
@Injectable()
export class AnswerInquiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(person: SignedIn, inquiryId: string, answer: NewAnswer): Promise<void> {
    const id = v7();
    const now = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const inquiries = tx.of(InquiryRepository);
      const { inquiry, territory } = await inquiries.get(inquiryId);
      const { addresseeKind, addresseeKato } = inquiry;
      const asked = { addresseeKind, addresseeTerritory: addresseeKato, territory };
      const actor = actingAsAnswerer(person, asked);
      if (await inquiries.isAnswered(inquiryId))
        throw new DomainError('conflict', 'inquiry.already_answered');
      assertNoFaults('inquiry.answer_invalid', [
        ...assessInquiryAnswer(answer),
        ...assessEnclosures(answer.enclosures),
      ]);
      await store(tx, { id, inquiry, actor, answer, now });
    });
  }
}

interface Answered {
  readonly id: string;
  readonly inquiry: InquiryRecord;
  readonly actor: Actor;
  readonly answer: NewAnswer;
  readonly now: Moment;
}

async function store(tx: Transaction, { id, inquiry, actor, answer, now }: Answered) {
  const { id: inquiryId, dueOn, addresseeKato: territory } = inquiry;
  const when = { answeredAt: now.at, answeredOn: now.today };
  await tx.of(InquiryRepository).addAnswer({ ...rowOf(answer, actor), id, inquiryId, ...when });
  const enclosing = { object: 'inquiry-answer', objectId: inquiryId } as const;
  await tx
    .of(EnclosureRepository)
    .enclose({ ...enclosing, personId: actor.personId }, answer.enclosures);
  await tx.of(OutboxRepository).add(inquiryAnswered(inquiryId));
  await tx.of(AuditEntryRepository).add(actor, {
    act: 'inquiry.answered',
    objectKind: 'inquiry',
    objectId: inquiryId,
    territory,
    after: { dueOn, answeredOn: now.today, enclosures: answer.enclosures },
  });
}

function rowOf(answer: NewAnswer, { personId, post }: Actor) {
  const { signatory, links, enclosures: _enclosures, ...texts } = answer;
  return {
    ...texts,
    signatory: signatory as InquirySignatory,
    links: [...links],
    answeredBy: personId,
    postKk: post.kk,
    postRu: post.ru,
  };
}
