import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { CouncilDecisionRecord } from './council-decision.record.js';
import { CouncilVoteRecord } from './council-vote.record.js';
import { FormalCheckRecord } from './formal-check.record.js';
import { ProposalAdmissionRecord } from './proposal-admission.record.js';
import { ProposalReturnRecord } from './proposal-return.record.js';
import { TechnicalEstimateRecord } from './technical-estimate.record.js';

/** What the review has found on the present text, that is since the last return; null: nothing yet. */
export interface Standing {
  readonly checkPassed: boolean | null;
  readonly estimatedTiyn: bigint | null;
  readonly councilAdmitted: boolean | null;
}

interface StoredStanding extends Omit<Standing, 'estimatedTiyn'> {
  readonly estimatedTiyn: string | null;
}

/** The acts of the review, added one by one; the proposal is locked before (open-for-review.ts). */
export class ReviewRepository extends TransactionalRepository {
  async addCheck(check: FormalCheckRecord): Promise<void> {
    await this.manager.getRepository(FormalCheckRecord).insert(check);
  }

  async addReturn(act: ProposalReturnRecord): Promise<void> {
    await this.manager.getRepository(ProposalReturnRecord).insert(act);
  }

  async addEstimate(estimate: TechnicalEstimateRecord): Promise<void> {
    await this.manager.getRepository(TechnicalEstimateRecord).insert(estimate);
  }

  async addDecision(
    decision: CouncilDecisionRecord,
    votes: readonly Omit<CouncilVoteRecord, 'decisionId'>[],
  ): Promise<void> {
    await this.manager.getRepository(CouncilDecisionRecord).insert(decision);
    const rows = votes.map((vote) => ({ ...vote, decisionId: decision.id }));
    await this.manager.getRepository(CouncilVoteRecord).insert(rows);
  }

  async addAdmission(admission: ProposalAdmissionRecord): Promise<void> {
    await this.manager.getRepository(ProposalAdmissionRecord).insert(admission);
  }

  async getStanding(proposalId: string): Promise<Standing> {
    const [row] = (await this.manager.query(STANDING, [proposalId])) as [StoredStanding];
    const { estimatedTiyn } = row;
    return { ...row, estimatedTiyn: estimatedTiyn === null ? null : BigInt(estimatedTiyn) };
  }

  /** People who hold a seat in the Expert Council of a territory on a day. */
  async listCouncil(territoryPath: readonly string[], on: CivilDate): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select distinct resident_id as id from role_holdings
       where role = 'expert' and territory_kato = any($1::text[])
         and $2::date between held_from and coalesce(held_until, 'infinity') order by 1`,
      [territoryPath, on],
    );
    return rows.map(({ id }) => id);
  }

  /** The author and the neighbours named beside the author who are on the roll. */
  async listAuthorIds(proposalId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select author_id as id from proposals where id = $1
       union select resident_id from proposal_coauthors
       where proposal_id = $1 and resident_id is not null`,
      [proposalId],
    );
    return rows.map(({ id }) => id);
  }

  /** What a ballot number is drawn from; the round is locked, so that no number is drawn twice. */
  async getUrn(roundId: string): Promise<{ received: number; taken: number[] }> {
    const [urn] = (await this.manager.query(
      `select (count(*) filter (where number is not null))::int as received,
         coalesce(array_agg(ballot_number) filter (where ballot_number is not null), '{}') as taken
       from proposals where round_id = $1`,
      [roundId],
    )) as [{ received: number; taken: number[] }];
    return urn;
  }
}

const STANDING = `
  with since as (
    select coalesce(max(at), '-infinity') as at from proposal_returns where proposal_id = $1
  )
  select (select passed from formal_checks c where c.proposal_id = $1 and c.at > since.at
          order by c.at desc, c.id desc limit 1) as "checkPassed",
    (select cost_tiyn from technical_estimates e where e.proposal_id = $1 and e.at > since.at
     order by e.at desc, e.id desc limit 1) as "estimatedTiyn",
    (select admitted from council_decisions d where d.proposal_id = $1 and d.at > since.at
     order by d.at desc, d.id desc limit 1) as "councilAdmitted"
  from since`;
