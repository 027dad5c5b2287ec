import type { Milestone } from '#rules/implementation/milestone.js';
import type { ResidentReport } from '#rules/implementation/works-acceptance.js';
import type { WorksContract } from '#rules/implementation/works-contract.js';
import type { WorksState } from '#rules/implementation/works-lifecycle.js';
import type { ReportPeriod } from '#rules/implementation/quarterly-report.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** Works of a project, locked. */
export interface WorksInHand {
  readonly projectId: string;
  readonly state: WorksState;
  readonly signedOn: CivilDate;
  readonly finishBy: CivilDate;
  readonly percent: number;
  readonly paidTiyn: Tiyn;
  readonly lastOn: CivilDate;
}

/** What happened at the works, who wrote it down and when. */
export interface WorksEvent {
  readonly id: string;
  readonly kind: 'contract' | 'progress' | 'acceptance';
  readonly milestone: Milestone;
  readonly photos: readonly string[];
  readonly actor: Actor;
  readonly at: Date;
}

/** How an acceptance ends the works. */
export interface AcceptedWorks {
  readonly actNumber: string;
  readonly acceptedOn: CivilDate;
  readonly warrantyUntil: CivilDate;
}

/** Works, one project at a time and locked, and what happened at them, which is never changed. */
export class WorksRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_works: () => new DomainError('conflict', 'works.contracted_already'),
    uq_resident_reports_one: () => new DomainError('conflict', 'works.reported_already'),
    uq_progress_reports_one_a_quarter: () =>
      new DomainError('conflict', 'progress-report.published_already'),
  };

  async add(projectId: string, contract: WorksContract): Promise<void> {
    await this.manager.query(
      `insert into works (project_id, state, contract_number, supplier_bin, supplier_name,
         contract_tiyn, signed_on, planned_by, finish_by, procurement_url, last_on)
       values ($1, 'contracted', $2, $3, $4, $5, $6, $7, $7, $8, $6)`,
      [
        projectId,
        contract.number,
        contract.supplierBin,
        contract.supplierName,
        String(contract.sumTiyn),
        contract.signedOn,
        contract.finishBy,
        contract.procurementUrl,
      ],
    );
  }

  /** @throws DomainError conflict `works.no_contract` */
  async getForChange(projectId: string): Promise<WorksInHand> {
    const [row]: (Omit<WorksInHand, 'paidTiyn'> & { paidTiyn: string })[] =
      await this.manager.query(WORKS, [projectId]);
    if (!row) throw new DomainError('conflict', 'works.no_contract');
    return { ...row, paidTiyn: BigInt(row.paidTiyn) };
  }

  /** Writes down what happened and where the works stand since. */
  async addEvent(
    projectId: string,
    event: WorksEvent,
    state: WorksState,
    accepted: AcceptedWorks | null = null,
  ): Promise<void> {
    const { milestone, actor } = event;
    const { on, percent, paidTiyn, finishBy, delayReason, note } = milestone;
    const common = [projectId, on, percent, String(paidTiyn), finishBy];
    const by = [actor.personId, actor.post.kk, actor.post.ru, event.at];
    await this.manager.query(ADD_EVENT, [
      ...common,
      event.id,
      event.kind,
      delayReason,
      note,
      event.photos,
      ...by,
    ]);
    await this.manager.query(MOVE, [
      ...common,
      state,
      accepted?.actNumber ?? null,
      accepted?.acceptedOn ?? null,
      accepted?.warrantyUntil ?? null,
    ]);
  }

  async addResidentReport(
    projectId: string,
    report: Omit<ResidentReport, 'photos'> & {
      readonly id: string;
      readonly residentId: string;
      readonly photos: readonly string[];
      readonly at: Date;
    },
  ): Promise<void> {
    await this.manager.query(
      `insert into resident_reports (id, project_id, resident_id, verdict, body, photos, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        report.id,
        projectId,
        report.residentId,
        report.verdict,
        report.text,
        report.photos,
        report.at,
      ],
    );
  }

  async addProgressReport(report: {
    readonly id: string;
    readonly roundId: string;
    readonly period: ReportPeriod;
    readonly publishedOn: CivilDate;
    readonly text: OfficialText;
    readonly actor: Actor;
    readonly at: Date;
  }): Promise<void> {
    const { period, text, actor } = report;
    await this.manager.query(
      `insert into progress_reports (id, round_id, period_from, period_until, published_on, text_kk,
         text_ru, by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        report.id,
        report.roundId,
        period.from,
        period.until,
        report.publishedOn,
        text.kk,
        text.ru,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        report.at,
      ],
    );
  }
}

const WORKS = `
  select project_id as "projectId", state, signed_on::text as "signedOn",
    finish_by::text as "finishBy", percent, paid_tiyn::text as "paidTiyn", last_on::text as "lastOn"
  from works where project_id = $1 for update`;

const ADD_EVENT = `
  insert into works_milestones (project_id, happened_on, percent, paid_tiyn, finish_by, id, kind,
    delay_reason, note, photos, by_person, post_kk, post_ru, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

const MOVE = `
  update works set last_on = $2, percent = $3, paid_tiyn = $4, finish_by = $5, state = $6,
    act_number = $7, accepted_on = $8, warranty_until = $9, version = version + 1
  where project_id = $1`;
