import {
  type AkimAnswerAct,
  type AkimAnswerState,
  nextAkimAnswerState,
} from '#rules/assemblies/akim-answer-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** Where a decision stands. */
export interface DecisionStanding {
  readonly minutesId: string;
  readonly item: number;
  readonly state: AkimAnswerState;
  readonly handedOn: CivilDate | null;
}

/** An act on a decision. */
export interface NewDecisionAct {
  readonly id: string;
  readonly act: AkimAnswerAct;
  readonly on: CivilDate;
  readonly reasons: OfficialText;
  readonly link: string | null;
  readonly actor: Actor;
  readonly at: Date;
}

/** Terms that an act sets going. */
export interface DecisionTerms {
  readonly discussedOn: CivilDate;
  readonly superiorBy: CivilDate;
}

/** Adopted decisions before the akim, with every act on them. */
export class DecisionStateRepository extends TransactionalRepository {
  /** Adopted decisions of minutes, locked, by item. */
  async listForChange(minutesId: string): Promise<DecisionStanding[]> {
    return this.manager.query(`${SELECT} where minutes_id = $1 order by item for update`, [
      minutesId,
    ]);
  }

  /** @throws DomainError not-found `akim-answer.decision_not_found` */
  async getForChange(minutesId: string, item: number): Promise<DecisionStanding> {
    const rows: DecisionStanding[] = await this.manager.query(
      `${SELECT} where minutes_id = $1 and item = $2 for update`,
      [minutesId, item],
    );
    if (!rows[0]) throw new DomainError('not-found', 'akim-answer.decision_not_found');
    return rows[0];
  }

  /**
   * Moves a decision along its life cycle and keeps the act.
   *
   * @throws DomainError conflict `akim-answer.act_not_possible`
   */
  async move(
    { minutesId, item, state: before }: DecisionStanding,
    act: NewDecisionAct,
    terms: DecisionTerms | null = null,
  ): Promise<AkimAnswerState> {
    const state = nextAkimAnswerState(before, act.act);
    await this.manager.query(
      `update community_decisions set state = $3, version = version + 1,
         discussed_on = coalesce($4, discussed_on), superior_by = coalesce($5, superior_by),
         overdue_noted_at = null
       where minutes_id = $1 and item = $2`,
      [minutesId, item, state, terms?.discussedOn ?? null, terms?.superiorBy ?? null],
    );
    await this.keep({ minutesId, item }, act);
    return state;
  }

  /** Were these minutes discussed again, in signed minutes of a later meeting? */
  async isDiscussedAgain(minutesId: string): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      `select 1 from meetings m join minutes p on p.meeting_id = m.id
       where m.repeats_minutes_id = $1 and p.frozen_at is not null limit 1`,
      [minutesId],
    );
    return rows.length > 0;
  }

  private async keep(
    { minutesId, item }: Pick<DecisionStanding, 'minutesId' | 'item'>,
    { id, act, on, reasons, link, actor, at }: NewDecisionAct,
  ): Promise<void> {
    const { personId, role, post } = actor;
    await this.manager.query(
      `insert into akim_answer_acts (id, minutes_id, item, act, acted_on, reasons_kk, reasons_ru, link,
         person_id, role, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        minutesId,
        item,
        act,
        on,
        reasons.kk,
        reasons.ru,
        link,
        personId,
        role,
        post.kk,
        post.ru,
        at,
      ],
    );
  }
}

const SELECT = `
  select minutes_id as "minutesId", item, state, handed_on::text as "handedOn"
  from community_decisions`;
