import type { LineExecution, Quarter } from '#rules/budgets/budget-execution.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { ActInOffice } from '../local-budgets/budget.repository.js';

export interface StoredExecution {
  readonly id: string;
  readonly budgetId: string;
  readonly quarter: Quarter;
  readonly lines: readonly LineExecution[];
}

/** Execution by quarter; never changed, a later entry stands beside the earlier. */
export class ExecutionRepository extends TransactionalRepository {
  async add(
    { id, budgetId, quarter, lines }: StoredExecution,
    { actor, at }: ActInOffice,
  ): Promise<void> {
    const rows = lines.map((one) => ({ ...one, paidTiyn: String(one.paidTiyn) }));
    await this.manager.query(
      `insert into budget_executions (id, budget_id, quarter, lines, by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        budgetId,
        quarter,
        JSON.stringify(rows),
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }
}
