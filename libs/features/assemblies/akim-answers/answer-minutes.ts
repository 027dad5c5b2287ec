import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type AkimAnswer, assessAkimAnswer } from '#rules/assemblies/akim-answer.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MinutesReader } from '../minutes/minutes.reader.js';
import { actingOnDecision } from './answer.policy.js';
import { akimAnswered } from './answer.events.js';
import { DecisionStateRepository, type DecisionStanding } from './decision-state.repository.js';

export interface AkimAnswerFields extends Pick<AkimAnswer, 'items'> {
  readonly minutesId: string;
  /** Null: today. */
  readonly answeredOn: CivilDate | null;
}

/** The akim answers minutes: each adopted decision is agreed to, or objected to with reasons. */
@Injectable()
export class AnswerMinutes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly minutes: MinutesReader,
  ) {}

  async run(person: SignedIn, { minutesId, items, answeredOn }: AkimAnswerFields): Promise<void> {
    const { at, today } = await this.clock.now();
    const { territory, territoryPath } = await this.minutes.getFor(person, minutesId);
    const actor = actingOnDecision(person, 'object', territoryPath);
    const ids = items.map(() => v7());
    const answer = { answeredOn: answeredOn ?? today, items };
    await this.unitOfWork.run(async (tx) => {
      const repository = tx.of(DecisionStateRepository);
      const decisions = await repository.listForChange(minutesId);
      const handedOn = handedOnOf(decisions);
      const decided = decisions.map(({ item }) => item);
      const faults = assessAkimAnswer(answer, { handedOn, decided, today });
      assertNoFaults('akim-answer.invalid', faults);
      for (const [place, { item, kind, reasons }] of items.entries()) {
        const standing = decisions.find((decision) => decision.item === item)!;
        const act = kind === 'agreed' ? 'agree' : 'object';
        const made = { id: ids[place]!, act, on: answer.answeredOn, reasons } as const;
        await repository.move(standing, { ...made, link: null, actor, at });
      }
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'minutes.answered',
        objectKind: 'minutes',
        objectId: minutesId,
        territory,
        after: answer,
      });
      await tx.of(OutboxRepository).add(akimAnswered(minutesId));
    });
  }
}

function handedOnOf(decisions: readonly DecisionStanding[]): CivilDate {
  const handedOn = decisions[0]?.handedOn ?? null;
  if (handedOn === null) throw new DomainError('conflict', 'akim-answer.not_handed_over');
  return handedOn;
}
