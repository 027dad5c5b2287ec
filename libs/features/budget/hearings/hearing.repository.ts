import type { HearingCall, HearingProtocol } from '#rules/budgets/budget-hearing.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { ActInOffice } from '../local-budgets/budget.repository.js';

export interface CalledHearing extends HearingCall {
  readonly id: string;
  readonly budgetId: string;
  readonly commissionId: string;
}

/** Announcements and protocols of hearings; never changed. */
export class HearingRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_budget_hearing_protocols: () => new DomainError('conflict', 'hearing.protocol_entered'),
    fk_budget_hearings_commission_id: () =>
      new DomainError('not-found', 'opinion.commission_not_found'),
  };

  async add(hearing: CalledHearing, { actor, at }: ActInOffice): Promise<void> {
    const { place, notice } = hearing;
    await this.manager.query(
      `insert into budget_hearings (id, budget_id, commission_id, starts_at, place_kk, place_ru,
         notice_kk, notice_ru, by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        hearing.id,
        hearing.budgetId,
        hearing.commissionId,
        hearing.startsAt,
        place.kk,
        place.ru,
        notice.kk,
        notice.ru,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }

  async addProtocol(
    hearingId: string,
    { attended, summary, remarks }: HearingProtocol,
    { actor, at }: ActInOffice,
  ): Promise<void> {
    await this.manager.query(
      `insert into budget_hearing_protocols (hearing_id, attended, summary_kk, summary_ru, remarks,
         by_person, post_kk, post_ru, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        hearingId,
        attended,
        summary.kk,
        summary.ru,
        JSON.stringify(remarks),
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }
}
