import type { CommissionVote, OpinionDraft } from '#rules/sessions/commission-opinion.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { ActInOffice } from './budget.repository.js';

export interface GivenOpinion extends OpinionDraft {
  readonly id: string;
  readonly budgetId: string;
  readonly commissionId: string;
  readonly line: number | null;
  readonly amendmentId: string | null;
  readonly vote: CommissionVote;
  readonly kind: 'for' | 'against' | 'none';
}

/** Opinions of standing commissions; never changed, a later one stands beside the earlier. */
export class OpinionRepository extends TransactionalRepository {
  async add(opinion: GivenOpinion, { actor, at }: ActInOffice): Promise<void> {
    const { vote, reasons, minorityView } = opinion;
    await this.manager.query(
      `insert into budget_opinions (id, budget_id, commission_id, line_number, amendment_id, members,
         present, votes_for, votes_against, votes_abstained, opinion, reasons_kk, reasons_ru, minority_kk,
         minority_ru, by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        opinion.id,
        opinion.budgetId,
        opinion.commissionId,
        opinion.line,
        opinion.amendmentId,
        vote.members,
        vote.present,
        vote.for,
        vote.against,
        vote.abstained,
        opinion.kind,
        reasons.kk,
        reasons.ru,
        minorityView?.kk ?? null,
        minorityView?.ru ?? null,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }
}
