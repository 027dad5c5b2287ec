import {
  type DismissalAct,
  type DismissalState,
  nextDismissalState,
} from '#rules/assemblies/dismissal-lifecycle.js';
import { dismissalStepOf } from '#rules/assemblies/dismissal-step.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { NamedVotes } from '#rules/sessions/session-vote.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { RaisedGround } from './dismissal-row.js';

/** A dismissal, locked. */
export interface DismissalInHand {
  readonly id: string;
  readonly territory: string;
  readonly territoryPath: readonly string[];
  readonly maslikhat: string;
  readonly ground: RaisedGround;
  readonly state: DismissalState;
  readonly since: CivilDate;
  readonly stepBy: CivilDate | null;
  readonly raisedOn: CivilDate;
  readonly akimId: string | null;
  /** Deputies who were named by the last act. */
  readonly named: readonly string[];
}

/** What an act on a dismissal leaves. */
export interface NewDismissalAct {
  readonly id: string;
  readonly act: DismissalAct;
  readonly on: CivilDate;
  readonly deputies?: readonly string[];
  readonly ofDeputies?: number;
  readonly required?: number;
  readonly sessionId?: string;
  readonly present?: number;
  readonly quorum?: number;
  readonly actNumber?: string;
  readonly text?: OfficialText;
  readonly votes?: NamedVotes;
  readonly actor: Actor;
  readonly at: Date;
}

/** Dismissals, one at a time and locked; their acts stay for ever. */
export class DismissalRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_dismissals_one_at_a_time: () => new DomainError('conflict', 'dismissal.under_way'),
  };

  /** @throws DomainError not-found `dismissal.not_found` */
  async getForChange(id: string): Promise<DismissalInHand> {
    const [row]: DismissalInHand[] = await this.manager.query(FOR_CHANGE, [id]);
    if (!row) throw new DomainError('not-found', 'dismissal.not_found');
    return row;
  }

  /** Ids of the mandates held in the maslikhat on a day. */
  async listDeputies(maslikhat: string, on: CivilDate): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select m.id from mandates m join convocations v on v.id = m.convocation_id
       where v.territory_kato = $1 and $2::date between m.held_from and m.held_until order by m.id`,
      [maslikhat, on],
    );
    return rows.map(({ id }) => id);
  }

  /** Day on which the superior akim kept the same akim in office; null where that never was. */
  async findKeptOn({ id, territory, akimId }: DismissalInHand): Promise<CivilDate | null> {
    const rows: { on: CivilDate }[] = await this.manager.query(
      `select a.acted_on::text as "on" from dismissal_acts a join dismissals d on d.id = a.dismissal_id
       where a.act = 'keep' and d.id <> $1 and d.territory_kato = $2
         and d.akim_id is not distinct from $3
       order by a.acted_on desc limit 1`,
      [id, territory, akimId],
    );
    return rows[0]?.on ?? null;
  }

  /** Has the akim whom it is about left the office by that day? */
  async hasAkimLeft({ akimId, territory }: DismissalInHand, on: CivilDate): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      `select 1 from role_holdings where role = 'akim' and resident_id = $1 and territory_kato = $2
         and held_from <= $3 and coalesce(held_until, $3) >= $3`,
      [akimId, territory, on],
    );
    return akimId !== null && rows.length === 0;
  }

  /** Moves a dismissal along its chain and keeps the act. */
  async move(dismissal: DismissalInHand, act: NewDismissalAct): Promise<DismissalState> {
    const state = nextDismissalState(dismissal.state, act.act);
    const stepBy = dismissalStepOf(state, act.on)?.by ?? null;
    await this.manager.query(
      `update dismissals set state = $2, since = $3, step_by = $4, version = version + 1
       where id = $1`,
      [dismissal.id, state, act.on, stepBy],
    );
    await this.keep(dismissal.id, act, { state, stepBy });
    return state;
  }

  /** The same question about the same akim, raised again. */
  async raiseAgain(kept: DismissalInHand, id: string, on: CivilDate): Promise<void> {
    await this.manager.query(
      `insert into dismissals (id, territory_kato, maslikhat_kato, ground, minutes_id, state, since,
         raised_on, akim_id, repeats_id)
       select $2, territory_kato, maslikhat_kato, ground, minutes_id, 'raised', $3, $3, akim_id, id
       from dismissals where id = $1`,
      [kept.id, id, on],
    );
  }

  private async keep(
    dismissalId: string,
    act: NewDismissalAct,
    { state, stepBy }: { readonly state: DismissalState; readonly stepBy: CivilDate | null },
  ): Promise<void> {
    const { text, actor, votes } = act;
    await this.manager.query(KEEP_ACT, [
      act.id,
      dismissalId,
      act.act,
      state,
      act.on,
      stepBy,
      act.deputies ?? [],
      act.ofDeputies ?? null,
      act.required ?? null,
      act.sessionId ?? null,
      act.present ?? null,
      act.quorum ?? null,
      act.actNumber?.trim() || null,
      text?.kk ?? '',
      text?.ru ?? '',
      actor.personId,
      actor.post.kk,
      actor.post.ru,
      act.at,
    ]);
    if (votes) await this.keepVotes(act.id, votes);
  }

  private async keepVotes(actId: string, votes: NamedVotes): Promise<void> {
    await this.manager.query(
      `insert into dismissal_votes (act_id, mandate_id, side)
       select $1, v."deputyId", v.side
       from jsonb_to_recordset($2::jsonb) as v ("deputyId" uuid, side text)`,
      [actId, JSON.stringify(votes)],
    );
  }
}

const FOR_CHANGE = `
  select d.id, d.territory_kato as territory, t.path as "territoryPath",
    d.maslikhat_kato as maslikhat, d.ground, d.state, d.since::text as since,
    d.step_by::text as "stepBy", d.raised_on::text as "raisedOn", d.akim_id as "akimId",
    coalesce((select a.deputies from dismissal_acts a where a.dismissal_id = d.id
              order by a.number desc limit 1), '{}') as named
  from dismissals d join territories t on t.kato = d.territory_kato
  where d.id = $1 for update of d`;

const KEEP_ACT = `
  insert into dismissal_acts (id, dismissal_id, number, act, state, acted_on, step_by, deputies,
    of_deputies, required, session_id, present, quorum, act_number, text_kk, text_ru, by_person,
    post_kk, post_ru, at)
  select $1, $2, (select count(*) + 1 from dismissal_acts where dismissal_id = $2), $3, $4, $5, $6,
    $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19`;
