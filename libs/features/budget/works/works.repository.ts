import { validate as isUuid } from 'uuid';
import type { Milestone } from '#rules/implementation/milestone.js';
import {
  nextWorksState,
  type WorksAct,
  type WorksState,
} from '#rules/implementation/works-lifecycle.js';
import type { WorksContract } from '#rules/implementation/works-contract.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** What the next act is held against. */
export interface WorksOnHand {
  readonly projectId: string;
  readonly number: string;
  readonly state: WorksState;
  readonly version: number;
  readonly authorId: string;
  /** KATO of the round's unit. */
  readonly territory: string;
  readonly territoryPath: readonly string[];
  /** What the adopted budget holds for the project; null where it holds nothing. */
  readonly lineTiyn: Tiyn | null;
  readonly contract: Pick<WorksContract, 'signedOn' | 'finishBy'> | null;
  readonly milestone: Pick<Milestone, 'on' | 'percent' | 'paidTiyn' | 'finishBy'> | null;
}

/** An act in office: its own id, who and when. */
export interface ActInOffice {
  readonly id: string;
  readonly projectId: string;
  readonly actor: Actor;
  readonly at: Date;
}

/** A place on the building site. */
export interface SitePlace {
  readonly place: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

type StoredOnHand = Omit<WorksOnHand, 'milestone' | 'lineTiyn'> & {
  readonly lineTiyn: string | null;
  readonly proposalState: string;
  readonly milestone:
    | (Omit<NonNullable<WorksOnHand['milestone']>, 'paidTiyn'> & { readonly paidTiyn: string })
    | null;
};

/** Works of winning projects: every act is a row that nobody changes; the state follows the acts. */
export class WorksRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_works_acceptances_project_id: () => new DomainError('conflict', 'works.act_not_possible'),
    uq_resident_reports_one_a_day: () => new DomainError('conflict', 'resident-report.said_today'),
    pk_scope_changes_seen: () => new DomainError('conflict', 'scope-change.seen_already'),
    pk_quarterly_reports: () => new DomainError('conflict', 'quarterly-report.published_already'),
  };

  /**
   * The works of a winner, kept for this transaction: acts on one project take turns.
   *
   * @throws DomainError not-found `proposal.not_found`, conflict `works.not_a_winner`
   */
  async getForAct(projectId: string): Promise<WorksOnHand> {
    await this.manager.query(
      `insert into works (project_id) select id from proposals where id = $1 and state = 'winner'
       on conflict do nothing`,
      [projectId],
    );
    await this.manager.query(`select from works where project_id = $1 for update`, [projectId]);
    const [found] = (await this.manager.query(ON_HAND, [projectId])) as [StoredOnHand?];
    if (!found) throw new DomainError('not-found', 'proposal.not_found');
    const { proposalState, milestone, lineTiyn, ...works } = found;
    if (proposalState !== 'winner') throw new DomainError('conflict', 'works.not_a_winner');
    return {
      ...works,
      lineTiyn: lineTiyn === null ? null : BigInt(lineTiyn),
      milestone: milestone && { ...milestone, paidTiyn: BigInt(milestone.paidTiyn) },
    };
  }

  /** @throws DomainError stale, or conflict `works.act_not_possible` */
  async move(works: WorksOnHand, act: WorksAct, expected: number | null): Promise<WorksState> {
    assertCurrent(works.version, expected);
    const state = nextWorksState(works.state, act);
    await this.touch(works.projectId, state);
    return state;
  }

  /** An act that leaves the state as it is makes a new version too. */
  async touch(projectId: string, state: WorksState): Promise<void> {
    await this.manager.query(
      `update works set state = $2, version = version + 1 where project_id = $1`,
      [projectId, state],
    );
  }

  async addContract(act: ActInOffice, contract: WorksContract): Promise<void> {
    const { number, supplierBin, supplierName, sumTiyn, signedOn, finishBy } = contract;
    await this.insert('works_contracts', act, {
      number,
      supplier_bin: supplierBin,
      supplier_name: supplierName,
      sum_tiyn: String(sumTiyn),
      signed_on: signedOn,
      finish_by: finishBy,
      procurement_url: contract.procurementUrl,
    });
  }

  async addMilestone(act: ActInOffice, milestone: Milestone & SitePlace): Promise<void> {
    const { on, percent, paidTiyn, finishBy, delayReason, note, ...place } = milestone;
    await this.insert('works_milestones', act, {
      reached_on: on,
      percent,
      paid_tiyn: String(paidTiyn),
      finish_by: finishBy,
      delay_reason: delayReason,
      note,
      ...place,
    });
  }

  async addScopeChange(
    act: ActInOffice,
    { before, after, reason }: Readonly<Record<'before' | 'after' | 'reason', OfficialText>>,
  ): Promise<void> {
    await this.insert('scope_changes', act, {
      before_kk: before.kk,
      before_ru: before.ru,
      after_kk: after.kk,
      after_ru: after.ru,
      reason_kk: reason.kk,
      reason_ru: reason.ru,
    });
  }

  async addDecision(
    act: ActInOffice,
    decision: { readonly act: WorksAct; readonly reason: OfficialText },
  ): Promise<void> {
    const { kk, ru } = decision.reason;
    await this.insert('works_decisions', act, { act: decision.act, reason_kk: kk, reason_ru: ru });
  }

  async addAcceptance(
    act: ActInOffice,
    acceptance: Readonly<Record<'actNumber' | 'acceptedOn' | 'warrantyUntil', string>>,
  ): Promise<void> {
    await this.insert('works_acceptances', act, {
      act_number: acceptance.actNumber,
      accepted_on: acceptance.acceptedOn,
      warranty_until: acceptance.warrantyUntil,
    });
  }

  /** @throws DomainError not-found `scope-change.not_found` where it is not one of the author's project */
  async markSeen(changeId: string, authorId: string, at: Date): Promise<string> {
    if (!isUuid(changeId)) throw new DomainError('not-found', 'scope-change.not_found');
    const [found] = (await this.manager.query(
      `select c.project_id as id from scope_changes c join proposals p on p.id = c.project_id
       where c.id = $1 and p.author_id = $2`,
      [changeId, authorId],
    )) as [{ id: string }?];
    if (!found) throw new DomainError('not-found', 'scope-change.not_found');
    await this.manager.query(`insert into scope_changes_seen values ($1, $2, $3)`, [
      changeId,
      authorId,
      at,
    ]);
    return found.id;
  }

  async addResidentReport(report: {
    readonly id: string;
    readonly projectId: string;
    readonly residentId: string;
    readonly verdict: string;
    readonly text: string;
    readonly language: string;
    readonly on: CivilDate;
    readonly at: Date;
  }): Promise<void> {
    const { id, projectId, residentId, verdict, text, language, on, at } = report;
    await this.manager.query(
      `insert into resident_reports (id, project_id, resident_id, verdict, body, language, said_on, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, projectId, residentId, verdict, text, language, on, at],
    );
  }

  private async insert(
    table: string,
    { id, projectId, actor, at }: ActInOffice,
    columns: Readonly<Record<string, string | number | null>>,
  ): Promise<void> {
    const { personId, post } = actor;
    const row = {
      id,
      project_id: projectId,
      ...columns,
      by_person: personId,
      post_kk: post.kk,
      post_ru: post.ru,
      at,
    };
    const places = Object.keys(row).map((_, place) => `$${place + 1}`);
    await this.manager.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  }
}

const ON_HAND = `
  select p.id as "projectId", p.number, p.state as "proposalState", p.author_id as "authorId",
    r.territory_kato as territory, u.path as "territoryPath", w.state, w.version,
    (select l.amount_tiyn::text from budget_lines l join budgets b on b.id = l.budget_id
     where l.origin_kind = 'project' and l.origin_id = p.id::text and b.state = 'adopted') as "lineTiyn",
    (select jsonb_build_object('signedOn', c.signed_on, 'finishBy', c.finish_by)
     from works_contracts c where c.project_id = p.id order by c.at desc, c.id desc limit 1) as contract,
    (select jsonb_build_object('on', m.reached_on, 'percent', m.percent,
       'paidTiyn', m.paid_tiyn::text, 'finishBy', m.finish_by)
     from works_milestones m where m.project_id = p.id order by m.at desc, m.id desc limit 1) as milestone
  from proposals p join rounds r on r.id = p.round_id
    join territories u on u.kato = coalesce(p.pot_kato, r.territory_kato)
    left join works w on w.project_id = p.id
  where p.id = $1`;
