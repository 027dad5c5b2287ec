import { IsNull } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { ProposalAppealRecord } from './proposal-appeal.record.js';
import { ProposalRefusalRecord } from './proposal-refusal.record.js';

export type NewAppeal = Pick<
  ProposalAppealRecord,
  'id' | 'proposalId' | 'refusalId' | 'refusedBy' | 'filedBy' | 'filedAt' | 'remarks' | 'decideBy'
>;

export interface AppealDecisionRow {
  readonly decidedBy: string;
  readonly postKk: string;
  readonly postRu: string;
  readonly decidedAt: Date;
  readonly upheld: boolean;
  readonly reasonsKk: string;
  readonly reasonsRu: string;
}

/** Refusals and the authors' appeals; the proposal is locked before. */
export class RefusalRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_proposal_appeals_one_per_refusal: () => new DomainError('conflict', 'appeal.already_filed'),
    ck_proposal_appeals_another_officer: () =>
      new DomainError('forbidden', 'appeal.decided_by_refuser'),
  };

  async add(refusal: ProposalRefusalRecord): Promise<void> {
    await this.refusals.insert(refusal);
  }

  /** The refusal that still waits for the author or for the re-examination. */
  async getProvisional(proposalId: string): Promise<ProposalRefusalRecord> {
    const found = await this.refusals.findOne({
      where: { proposalId, finalAt: IsNull() },
      order: { at: 'DESC', id: 'DESC' },
    });
    if (!found) throw new DomainError('conflict', 'appeal.nothing_to_appeal');
    return found;
  }

  async makeFinal(id: string, at: Date): Promise<void> {
    await this.refusals.update({ id }, { finalAt: at });
  }

  async addAppeal(appeal: NewAppeal): Promise<void> {
    await this.appeals.insert(appeal);
  }

  async getAppeal(id: string): Promise<ProposalAppealRecord> {
    const found = await this.appeals.findOneBy({ id });
    if (!found) throw new DomainError('not-found', 'appeal.not_found');
    return found;
  }

  async decideAppeal(id: string, decision: AppealDecisionRow): Promise<void> {
    await this.appeals.update({ id, decidedBy: IsNull() }, decision);
  }

  /** Proposals whose authors let the time for remarks pass. */
  async listUnanswered(today: CivilDate, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select p.id from proposals p
       join proposal_refusals r on r.proposal_id = p.id and r.final_at is null
       where p.state = 'provisionally-refused' and r.remarks_until < $1::date
       order by r.remarks_until, p.id limit $2`,
      [today, limit],
    );
    return rows.map(({ id }) => id);
  }

  private get refusals() {
    return this.manager.getRepository(ProposalRefusalRecord);
  }

  private get appeals() {
    return this.manager.getRepository(ProposalAppealRecord);
  }
}
