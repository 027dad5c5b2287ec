import type { BudgetAmendment } from '#rules/budgets/budget-amendment.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { ActInOffice } from './budget.repository.js';

/** An amendment before the session. */
export interface StoredAmendment extends BudgetAmendment {
  readonly id: string;
  readonly outcome: 'accepted' | 'rejected' | null;
}

/** What the akim says of an amendment; the reasons of a consent may be left out. */
export interface StoredConclusion {
  readonly budgetId: string;
  readonly amendmentId: string;
  readonly agrees: boolean;
  readonly reasons: OfficialText | null;
}

/** How an amendment was settled, by which decision. */
export interface AmendmentOutcome {
  readonly outcome: 'accepted' | 'rejected';
  readonly decisionId: string;
}

interface AmendmentColumns {
  readonly id: string;
  readonly changes: readonly { readonly line: number; readonly changeTiyn: string }[];
  readonly sources: readonly {
    readonly kind: BudgetAmendment['sources'][number]['kind'];
    readonly name: string;
    readonly amountTiyn: string;
  }[];
  readonly revenueFallTiyn: string;
  readonly justificationKk: string;
  readonly justificationRu: string;
  readonly calculation: string;
  readonly akimAgrees: boolean | null;
  readonly outcome: StoredAmendment['outcome'];
}

/** Amendments in writing; they are settled by the session. */
export class AmendmentRepository extends TransactionalRepository {
  async add(
    budgetId: string,
    amendment: BudgetAmendment & { readonly id: string; readonly needsAkim: boolean },
    { actor, at }: ActInOffice,
  ): Promise<void> {
    await this.manager.query(
      `insert into budget_amendments (id, budget_id, changes, sources, revenue_fall_tiyn,
         justification_kk, justification_ru, calculation, needs_akim, by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        amendment.id,
        budgetId,
        jsonOf(amendment.changes),
        jsonOf(amendment.sources),
        String(amendment.revenueFallTiyn),
        amendment.justification.kk,
        amendment.justification.ru,
        amendment.calculation,
        amendment.needsAkim,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }

  /** Amendments of a budget, locked, in the sequence in which they were proposed. */
  async list(budgetId: string): Promise<StoredAmendment[]> {
    const rows: AmendmentColumns[] = await this.manager.query(AMENDMENTS, [budgetId]);
    return rows.map(amendmentOf);
  }

  /** @throws DomainError not-found `amendment.not_found`, conflict `amendment.concluded` */
  async conclude(
    { amendmentId, budgetId, agrees, reasons }: StoredConclusion,
    { actor, at }: ActInOffice,
  ): Promise<void> {
    const [rows]: [unknown[]] = await this.manager.query(
      `update budget_amendments set akim_agrees = $2, akim_by = $3, akim_at = $4,
         akim_reasons_kk = $5, akim_reasons_ru = $6
       where id = $1 and budget_id = $7 and akim_at is null and outcome is null returning id`,
      [amendmentId, agrees, actor.personId, at, reasons?.kk, reasons?.ru, budgetId],
    );
    if (rows.length === 0) throw new DomainError('conflict', 'amendment.concluded');
  }

  async settle(id: string, { outcome, decisionId }: AmendmentOutcome): Promise<void> {
    await this.manager.query(
      `update budget_amendments set outcome = $2, decision_id = $3 where id = $1`,
      [id, outcome, decisionId],
    );
  }
}

const AMENDMENTS = `
  select id, changes, sources, revenue_fall_tiyn as "revenueFallTiyn",
    justification_kk as "justificationKk", justification_ru as "justificationRu", calculation,
    akim_agrees as "akimAgrees", outcome
  from budget_amendments where budget_id = $1 order by at, id for update`;

function amendmentOf(row: AmendmentColumns): StoredAmendment {
  const { id, calculation, akimAgrees, outcome } = row;
  return {
    id,
    changes: row.changes.map((one) => ({ line: one.line, changeTiyn: BigInt(one.changeTiyn) })),
    sources: row.sources.map((one) => ({ ...one, amountTiyn: BigInt(one.amountTiyn) })),
    justification: { kk: row.justificationKk, ru: row.justificationRu },
    calculation,
    revenueFallTiyn: BigInt(row.revenueFallTiyn),
    akimAgrees,
    outcome,
  };
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}
