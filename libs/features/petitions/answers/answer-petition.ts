import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { type AnswerDraft, assessAnswer } from '#rules/petitions/petition-answer.js';
import { basisOf } from '#rules/petitions/petition-kind.js';
import { postingBy } from '#rules/petitions/petition-terms.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { civilDateOf, DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { PetitionRecord } from '../petitions/petition.record.js';
import { PetitionRepository } from '../petitions/petition.repository.js';
import { petitionAnswered } from './answer.events.js';
import { actingAsAddressee } from './answer.policy.js';
import { type AnswerDocument, AnswerRepository } from './answer.repository.js';
import { assertAwaits, lockAwaiting } from './answered-petition.js';

export type AnswerFields = Omit<AnswerDraft, 'decidedOn'> & {
  readonly documents: readonly AnswerDocument[];
  /** Ids of the files beside it. */
  readonly enclosures: readonly string[];
  /** Day of the decision; null: today. */
  readonly decidedOn: CivilDate | null;
};

/** The addressee's head answers a petition; the decision is posted at once. */
@Injectable()
export class AnswerPetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(person: SignedIn, petitionId: string, fields: AnswerFields): Promise<void> {
    const { at, today } = await this.clock.now();
    const answer = { ...fields, decidedOn: fields.decidedOn ?? today };
    await this.unitOfWork.run(async (tx) => {
      const { petition, addressed } = await lockAwaiting(tx, petitionId);
      const actor = actingAsAddressee(person, addressed);
      assertAwaits(petition);
      const discussion = await tx.of(AnswerRepository).findDiscussion(petitionId);
      const { reachedAt, kind } = petition;
      const about = { reachedOn: civilDateOf(reachedAt!), discussion, basis: basisOf(kind) };
      assertNoFaults('petition-answer.invalid', [
        ...assessAnswer(answer, about, today),
        ...assessEnclosures(fields.enclosures),
      ]);
      await store(tx, { petition, actor, at, answer });
    });
  }
}

interface Decided {
  readonly petition: PetitionRecord;
  readonly actor: Actor;
  readonly at: Date;
  readonly answer: AnswerDraft & Pick<AnswerFields, 'documents' | 'enclosures'>;
}

async function store(tx: Transaction, { petition, actor, at, answer }: Decided): Promise<void> {
  const { id, rulesOn, territoryKato: territory } = petition;
  const { decidedOn, decision, enclosures } = answer;
  const enclosing = { object: 'petition-answer', objectId: id, personId: actor.personId } as const;
  const postBy = postingBy({ decidedOn, rulesOn: rulesOn! });
  await tx.of(AnswerRepository).addAnswer({ petitionId: id, actor, at }, { ...answer, postBy });
  await tx.of(EnclosureRepository).enclose(enclosing, enclosures);
  const answered = await tx.of(PetitionRepository).move(petition, 'answer');
  await tx.of(AuditEntryRepository).add(actor, {
    act: 'petition.answered',
    objectKind: 'petition',
    objectId: id,
    territory,
    before: { state: petition.state },
    after: { state: answered.state, decision, decidedOn, reasons: answer.reasons, enclosures },
  });
  await tx.of(OutboxRepository).add(petitionAnswered(id));
}
