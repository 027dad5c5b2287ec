import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { assessSessionConvening } from '#rules/sessions/session-convening.js';
import { sessionRuleOn } from '#rules/sessions/session-rule.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { CollectionReader } from '../../petitions/collections/collection.reader.js';
import { MaslikhatReader } from '../../registry/deputies/maslikhat.reader.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { SessionMatterReader } from './session-matter.reader.js';
import { type NewSession, SessionRepository } from './session.repository.js';

export type SessionPlan = Omit<NewSession, 'id'>;

/** The maslikhat's secretary convenes a session; petitions that deputies brought come with it. */
@Injectable()
export class ConveneSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly maslikhats: MaslikhatReader,
    private readonly collections: CollectionReader,
    private readonly matters: SessionMatterReader,
  ) {}

  /** @returns the id of the session */
  async run(secretary: SignedIn, plan: SessionPlan): Promise<string> {
    const id = v7();
    const actor = asSecretaryOf(secretary, plan.maslikhat);
    const { deputies } = await this.maslikhats.get(plan.maslikhat);
    const { at, today } = await this.clock.now();
    const inOffice = deputies.filter(({ from, until }) => from <= today && today <= until);
    assertNoFaults('maslikhat-session.invalid', [
      ...numberFaults(plan.number),
      ...(await this.budgetFaults(plan)),
      ...assessSessionConvening(
        plan,
        inOffice.map((deputy) => deputy.id),
        sessionRuleOn(plan.kind, plan.sessionOn),
      ),
    ]);
    const agenda = [...plan.agenda, ...(await this.brought(plan, at))];
    await this.unitOfWork.run(async (tx) => {
      await tx.of(SessionRepository).add({ ...plan, agenda, id });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'session.convened',
        objectKind: 'session',
        objectId: id,
        territory: plan.maslikhat,
        after: { ...plan, agenda },
      });
    });
    return id;
  }

  private async budgetFaults({ maslikhat, agenda }: SessionPlan): Promise<readonly Fault[]> {
    const named = agenda.flatMap(({ budget }) => budget ?? []);
    if (named.length === 0) return [];
    const known = (await this.matters.listBudgets(maslikhat)).map(({ id }) => id);
    const isKnown = named.every((id) => known.includes(id));
    return isKnown ? [] : [{ code: 'maslikhat-session.budget_unknown', field: 'agenda' }];
  }

  /** Petitions before this maslikhat that no agenda names and no session has decided on yet. */
  private async brought(
    { maslikhat, agenda }: SessionPlan,
    now: Date,
  ): Promise<SessionPlan['agenda']> {
    const [waiting, placed] = await Promise.all([
      this.collections.listForSession(maslikhat),
      this.matters.listPlacedPetitions(maslikhat),
    ]);
    const named = new Set([...agenda.map(({ petition }) => petition), ...placed]);
    return waiting
      .filter(({ petition, at }) => at <= now && !named.has(petition.number))
      .map(({ petition }) => ({ title: petition.title, petition: petition.number, budget: null }));
  }
}

function numberFaults(number: string): readonly Fault[] {
  if (number.trim() !== '') return [];
  return [{ code: 'maslikhat-session.session_number_missing', field: 'number' }];
}
