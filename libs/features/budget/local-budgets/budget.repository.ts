import { v7 } from 'uuid';
import { amendedSums } from '#rules/budgets/amended-sums.js';
import type { BudgetAmendment } from '#rules/budgets/budget-amendment.js';
import { type BudgetAct, nextBudgetState } from '#rules/budgets/budget-lifecycle.js';
import type { BudgetLine, BudgetSums } from '#rules/budgets/budget-draft.js';
import type { QuarterlyPlanAct } from '#rules/budgets/late-budget.js';
import type { FateNote } from '#rules/budgets/residents-lines.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import { BudgetLineRecord, lineOf } from './budget-line.record.js';
import { BudgetRecord } from './budget.record.js';

export type BudgetChanges = Partial<Omit<BudgetRecord, 'id' | 'territoryKato' | 'version'>>;

/** An act by somebody in office at a moment. */
export interface ActInOffice {
  readonly actor: Actor;
  readonly at: Date;
}

/** The act that puts a plan of the first quarter in the budget's place. */
export interface StoredPlan extends QuarterlyPlanAct {
  readonly id: string;
  readonly budgetId: string;
}

/** A budget with its lines, locked. */
export interface BudgetInHand {
  readonly budget: BudgetRecord;
  readonly lines: readonly BudgetLine[];
}

/** Budgets and their lines, one budget at a time and locked. */
export class BudgetRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_budgets_one_a_year: () => new DomainError('conflict', 'budget.year_taken'),
    uq_budget_lines_number: () => new DomainError('conflict', 'budget.line_number_taken'),
    uq_budget_lines_origin_once: () => new DomainError('conflict', 'budget.origin_taken'),
  };

  async add(budget: BudgetRecord): Promise<void> {
    await this.manager.getRepository(BudgetRecord).insert(budget);
  }

  /** @throws DomainError not-found `budget.not_found` */
  async getForChange(id: string): Promise<BudgetInHand> {
    const lock = { mode: 'pessimistic_write' } as const;
    const budget = await this.manager.getRepository(BudgetRecord).findOne({ where: { id }, lock });
    if (!budget) throw new DomainError('not-found', 'budget.not_found');
    return { budget, lines: await this.listLines(id) };
  }

  async change(budget: BudgetRecord, changes: BudgetChanges): Promise<BudgetRecord> {
    const version = budget.version + 1;
    await this.manager
      .getRepository(BudgetRecord)
      .update({ id: budget.id }, { ...changes, version });
    return { ...budget, ...changes, version };
  }

  /** @throws DomainError conflict `budget.act_not_possible` */
  async move(
    budget: BudgetRecord,
    act: BudgetAct,
    changes: Omit<BudgetChanges, 'state'> = {},
  ): Promise<BudgetRecord> {
    return this.change(budget, { ...changes, state: nextBudgetState(budget.state, act) });
  }

  async addLine(budgetId: string, line: BudgetLine): Promise<void> {
    const { title, origin, ...rest } = line;
    await this.manager.getRepository(BudgetLineRecord).insert({
      ...rest,
      id: v7(),
      budgetId,
      titleKk: title.kk,
      titleRu: title.ru,
      originKind: origin.kind,
      originId: origin.id,
    });
  }

  async changeLine(budgetId: string, line: BudgetLine): Promise<void> {
    const { number, title, origin: _kept, ...rest } = line;
    await this.manager
      .getRepository(BudgetLineRecord)
      .update({ budgetId, number }, { ...rest, titleKk: title.kk, titleRu: title.ru });
  }

  async removeLine(budgetId: string, number: number): Promise<void> {
    await this.manager.getRepository(BudgetLineRecord).delete({ budgetId, number });
  }

  async removeLines(budgetId: string): Promise<void> {
    await this.manager.getRepository(BudgetLineRecord).delete({ budgetId });
  }

  async addPlan(plan: StoredPlan, { actor, at }: ActInOffice): Promise<void> {
    await this.manager.query(
      `insert into budget_quarterly_plans (id, budget_id, amount_tiyn, act_number, act_on, by_person,
         post_kk, post_ru, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        plan.id,
        plan.budgetId,
        String(plan.amountTiyn),
        plan.number,
        plan.on,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }

  /**
   * Writes amendments into the lines and the sums; no other way leads into a submitted or adopted
   * budget. A line left with nothing is no line: what it rested on is free again.
   */
  async amend(
    budget: BudgetRecord,
    amendments: readonly Pick<BudgetAmendment, 'changes' | 'sources' | 'revenueFallTiyn'>[],
  ): Promise<BudgetRecord> {
    await this.manager.query(`select set_config('qatysu.amended_budget', $1, true)`, [budget.id]);
    for (const { line, changeTiyn } of amendments.flatMap(({ changes }) => changes))
      await this.manager.query(
        `update budget_lines set amount_tiyn = amount_tiyn + $3 where budget_id = $1 and number = $2`,
        [budget.id, line, String(changeTiyn)],
      );
    await this.manager
      .getRepository(BudgetLineRecord)
      .delete({ budgetId: budget.id, amountTiyn: 0n });
    return this.change(budget, amendments.reduce(amendedSums, sumsOf(budget)));
  }

  /** Keeps what the budget is at this act, for ever. */
  async keepVersion(
    budget: BudgetRecord,
    act: 'submitted' | 'returned' | 'adopted' | 'refined',
    { actor, at }: ActInOffice,
  ): Promise<void> {
    const lines = await this.listLines(budget.id);
    await this.manager.query(
      `insert into budget_versions (budget_id, number, act, sums, lines, by_person, post_kk,
         post_ru, at)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8
       from budget_versions where budget_id = $1`,
      [
        budget.id,
        act,
        jsonOf(sumsOf(budget)),
        jsonOf(lines),
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }

  async addFates(
    budgetId: string,
    notes: readonly FateNote[],
    { actor, at }: ActInOffice,
  ): Promise<void> {
    for (const { projectId, fate, reason } of notes)
      await this.manager.query(
        `insert into budget_fates (id, budget_id, project_id, fate, reason_kk, reason_ru, by_person,
           post_kk, post_ru, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          v7(),
          budgetId,
          projectId,
          fate,
          reason.kk,
          reason.ru,
          actor.personId,
          actor.post.kk,
          actor.post.ru,
          at,
        ],
      );
  }

  private async listLines(budgetId: string): Promise<readonly BudgetLine[]> {
    const records = await this.manager
      .getRepository(BudgetLineRecord)
      .find({ where: { budgetId }, order: { number: 'ASC' } });
    return records.map(lineOf);
  }
}

/** The sums of a budget as the rules see them. */
export function sumsOf(budget: BudgetRecord): BudgetSums {
  const { revenuesTiyn, transfersTiyn, netLendingTiyn, financialAssetsTiyn, financingTiyn } =
    budget;
  return { revenuesTiyn, transfersTiyn, netLendingTiyn, financialAssetsTiyn, financingTiyn };
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}
