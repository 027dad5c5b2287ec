import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { AkimAnswerAct } from '#rules/assemblies/akim-answer-lifecycle.js';
import { superiorBy } from '#rules/assemblies/akim-answer-terms.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { LocalOverrideReader } from '../../registry/local-acts/local-override.reader.js';
import { MinutesReader } from '../minutes/minutes.reader.js';
import { decisionMoved } from './answer.events.js';
import { actingOnDecision } from './answer.policy.js';
import { type DecisionStanding, DecisionStateRepository } from './decision-state.repository.js';

export interface DecisionActFields {
  readonly minutesId: string;
  readonly item: number;
  readonly act: Exclude<AkimAnswerAct, 'object'>;
  /** Null: today. */
  readonly on: CivilDate | null;
  readonly reasons: OfficialText;
  /** Where the act can be read: a decision of the maslikhat, an order. */
  readonly link: string | null;
}

/** One step of a decision after the akim's answer, by whose turn it is. */
@Injectable()
export class ActOnDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly minutes: MinutesReader,
    private readonly overrides: LocalOverrideReader,
  ) {}

  async run(person: SignedIn, fields: DecisionActFields): Promise<void> {
    const { minutesId, item, act } = fields;
    const { at, today } = await this.clock.now();
    const { territory, territoryPath } = await this.minutes.getFor(person, minutesId);
    const actor = actingOnDecision(person, act, territoryPath);
    const overrides = await this.overrides.listFor(territory);
    const on = fields.on ?? today;
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const repository = tx.of(DecisionStateRepository);
      const standing = await repository.getForChange(minutesId, item);
      const again = await repository.isDiscussedAgain(minutesId);
      const known = { standing, again, on, today };
      assertNoFaults('akim-answer.invalid', faultsOf(fields, known));
      const { reasons, link } = fields;
      const isDiscussed = act === 'discuss';
      const terms = isDiscussed ? { discussedOn: on, superiorBy: superiorBy(on, overrides) } : null;
      const state = await repository.move(
        standing,
        { id, act, on, reasons, link, actor, at },
        terms,
      );
      await tx.of(AuditEntryRepository).add(actor, {
        act: `decision.${act}`,
        objectKind: 'minutes',
        objectId: minutesId,
        territory,
        before: { item, state: standing.state },
        after: { item, state, on, reasons, link },
      });
      await tx.of(OutboxRepository).add(decisionMoved(minutesId, item));
    });
  }
}

interface KnownDecision {
  readonly standing: DecisionStanding;
  /** Has the community discussed it again? */
  readonly again: boolean;
  readonly on: CivilDate;
  readonly today: CivilDate;
}

const REASONED: readonly AkimAnswerAct[] = ['confirm', 'set-aside', 'record-not-executed'];
const AFTER_REPEAT: readonly AkimAnswerAct[] = ['yield', 'insist'];

function faultsOf(
  { act, item, reasons }: DecisionActFields,
  { standing, again, on, today }: KnownDecision,
): readonly Fault[] {
  const languages = missingLanguages(reasons);
  const isTooEarly = standing.handedOn !== null && on < standing.handedOn;
  const faults: Fault[] = [];
  if (isTooEarly || on > today) faults.push({ code: 'akim-answer.impossible_day', field: 'on' });
  if (AFTER_REPEAT.includes(act) && !again)
    faults.push({ code: 'akim-answer.not_discussed_again', field: 'act' });
  if (REASONED.includes(act) && languages.length > 0)
    faults.push({
      code: 'akim-answer.reasons_missing',
      field: 'reasons',
      details: { number: item, languages },
    });
  return faults;
}
