import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { DismissalAct } from '#rules/assemblies/dismissal-lifecycle.js';
import { possibleDismissalActs } from '#rules/assemblies/dismissal-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { type SessionInHand, SessionRepository } from '../sessions/session.repository.js';
import { dismissalMoved } from './dismissal.events.js';
import { actingOnDismissal } from './dismissal.policy.js';
import {
  type DismissalInHand,
  DismissalRepository,
  type NewDismissalAct,
} from './dismissal.repository.js';

/** Who asks for an act on which dismissal. */
export interface DismissalAsked {
  readonly person: SignedIn;
  readonly dismissalId: string;
  /** Day of the act; null: today. */
  readonly on: CivilDate | null;
  /** Ids of files to lie beside the act. */
  readonly enclosures: readonly string[];
}

/** The moment in which an act is done: nobody else acts on this dismissal. */
export interface DismissalTurn {
  readonly tx: Transaction;
  readonly repository: DismissalRepository;
  readonly dismissal: DismissalInHand;
  /** The session that decides, locked; null where none was named. */
  readonly session: SessionInHand | null;
  readonly on: CivilDate;
  /** Mandates of the maslikhat that were held on that day. */
  readonly deputies: readonly string[];
}

/** What one kind of act finds: its faults, and what it leaves where there are none. */
export interface JudgedAct {
  readonly faults: readonly Fault[];
  readonly act: Omit<NewDismissalAct, 'id' | 'on' | 'actor' | 'at'>;
}

export interface DismissalActing {
  /** Any of the acts that the person asks for; which one follows may depend on votes. */
  readonly asked: DismissalAct;
  readonly sessionId?: string;
  readonly judge: (turn: DismissalTurn) => Promise<JudgedAct>;
}

/** What every act on a dismissal has in common: who may, the locks, the day, the files, the entry. */
@Injectable()
export class RecordDismissalAct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /**
   * Session before dismissal: both are locked in this sequence.
   *
   * @throws DomainError conflict `dismissal.act_not_possible`, rule-violated `dismissal.invalid`
   */
  async run(given: DismissalAsked, acting: DismissalActing): Promise<void> {
    const id = v7();
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { sessionId } = acting;
      const session = sessionId ? await tx.of(SessionRepository).getForChange(sessionId) : null;
      const repository = tx.of(DismissalRepository);
      const dismissal = await repository.getForChange(given.dismissalId);
      const actor = actingOnDismissal(given.person, acting.asked, dismissal);
      assertPossible(dismissal, acting.asked);
      const on = given.on ?? today;
      const deputies = await repository.listDeputies(dismissal.maslikhat, on);
      const turn = { tx, repository, dismissal, session, on, deputies };
      const { faults, act } = await acting.judge(turn);
      assertNoFaults('dismissal.invalid', [
        ...dayFaults(dismissal, on, today),
        ...faults,
        ...assessEnclosures(given.enclosures),
      ]);
      await store(turn, { ...act, id, on, actor, at }, given.enclosures);
    });
  }
}

async function store(
  { tx, repository, dismissal }: DismissalTurn,
  act: NewDismissalAct,
  enclosures: readonly string[],
): Promise<void> {
  const state = await repository.move(dismissal, act);
  const { personId } = act.actor;
  const enclosing = { object: 'dismissal-act', objectId: act.id, personId } as const;
  await tx.of(EnclosureRepository).enclose(enclosing, enclosures);
  const { id: _id, actor: _actor, at: _at, ...written } = act;
  await tx.of(AuditEntryRepository).add(act.actor, {
    act: `dismissal.${act.act}`,
    objectKind: 'dismissal',
    objectId: dismissal.id,
    territory: dismissal.territory,
    before: { state: dismissal.state },
    after: { state, ...written },
  });
  await tx.of(OutboxRepository).add(dismissalMoved(dismissal.id));
}

/** The life cycle says so before anything else is looked at. */
function assertPossible({ state }: DismissalInHand, asked: DismissalAct): void {
  const possible = possibleDismissalActs(state);
  if (!possible.includes(asked))
    throw new DomainError('conflict', 'dismissal.act_not_possible', { state, possible });
}

function dayFaults({ since }: DismissalInHand, on: CivilDate, today: CivilDate): readonly Fault[] {
  if (since <= on && on <= today) return [];
  return [{ code: 'dismissal.day_impossible', field: 'on', details: { from: since } }];
}
