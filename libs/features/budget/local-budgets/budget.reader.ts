import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { BudgetState } from '#rules/budgets/budget-lifecycle.js';
import type { LineOrigin } from '#rules/budgets/line-origin.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type {
  AmendmentRow,
  BudgetLineRow,
  BudgetRow,
  BudgetVersionRow,
  ChosenProjectRow,
  ListedBudgetRow,
  OpinionRow,
} from './budget-row.js';
import {
  AGREEMENT,
  AMENDMENTS,
  CHOSEN_PROJECTS,
  LINES,
  LISTED_BUDGET,
  OPINIONS,
} from './budget.sql.js';
import { withWholeSums } from './whole-sums.js';

/** Which budgets; a territory stands for itself and every unit below it. */
export interface BudgetsQuestion {
  readonly territory?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: BudgetState | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Questions about local budgets. */
@Injectable()
export class BudgetReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError not-found `budget.not_found` */
  async get(id: string): Promise<BudgetRow> {
    const found = isUuid(id)
      ? await this.select<BudgetRow>(`${LISTED_BUDGET} where b.id = $1`, [id])
      : [];
    if (!found[0]) throw new DomainError('not-found', 'budget.not_found');
    return { ...found[0], lines: await this.select<BudgetLineRow>(LINES, [id]) };
  }

  /** The budget of a territory for a year; null where none was begun. */
  async findOf(territory: string, year: number): Promise<BudgetRow | null> {
    const [row]: { id: string }[] = await this.dataSource.query(
      `select id from budgets where territory_kato = $1 and year = $2`,
      [territory, year],
    );
    return row ? this.get(row.id) : null;
  }

  /** The newest first; ids are uuid v7 and grow with time. */
  async list(question: BudgetsQuestion): Promise<ListedBudgetRow[]> {
    const { territory, year, state, after, limit } = question;
    return this.select<ListedBudgetRow>(LIST, [
      territory ?? null,
      year ?? null,
      state ?? null,
      after !== undefined && isUuid(after) ? after : null,
      limit,
    ]);
  }

  /** KATO codes from the top down to the budget's territory. */
  async getPath(id: string): Promise<readonly string[]> {
    return (await this.getPlace(id)).path;
  }

  async getMaslikhat(id: string): Promise<string> {
    return (await this.getPlace(id)).maslikhat;
  }

  async listOrigins(id: string): Promise<LineOrigin[]> {
    return this.dataSource.query(
      `select origin_kind as kind, origin_id as id from budget_lines where budget_id = $1`,
      [id],
    );
  }

  async listVersions(id: string): Promise<BudgetVersionRow[]> {
    return this.select<BudgetVersionRow>(
      `select number, act, jsonb_build_object('kk', post_kk, 'ru', post_ru) as post, at, lines
       from budget_versions where budget_id = $1 order by number`,
      [id],
    );
  }

  async listChosen(id: string): Promise<ChosenProjectRow[]> {
    return this.select<ChosenProjectRow>(CHOSEN_PROJECTS, [id]);
  }

  async listAmendments(id: string): Promise<AmendmentRow[]> {
    return this.select<AmendmentRow>(AMENDMENTS, [id]);
  }

  async listOpinions(id: string): Promise<OpinionRow[]> {
    return this.dataSource.query(OPINIONS, [id]);
  }

  /** Day of the assembly's decision in favour of a budget; null where none is on record. */
  async findAgreement(agreement: {
    readonly budgetId: string;
    readonly minutesId: string;
    readonly item: number;
  }): Promise<CivilDate | null> {
    const { budgetId, minutesId, item } = agreement;
    const rows: { on: CivilDate }[] = await this.dataSource.query(AGREEMENT, [
      budgetId,
      minutesId,
      item,
    ]);
    return rows[0]?.on ?? null;
  }

  private async getPlace(id: string): Promise<{ path: readonly string[]; maslikhat: string }> {
    const rows: { path: readonly string[]; maslikhat: string }[] = await this.dataSource.query(
      `select t.path, b.maslikhat_kato as maslikhat from budgets b
       join territories t on t.kato = b.territory_kato where b.id = $1`,
      [id],
    );
    if (!rows[0]) throw new DomainError('not-found', 'budget.not_found');
    return rows[0];
  }

  private async select<Row>(query: string, parameters: unknown[]): Promise<Row[]> {
    const rows: Row[] = await this.dataSource.query(query, parameters);
    return rows.map(withWholeSums);
  }
}

const LIST = `
  ${LISTED_BUDGET}
  where ($1::text is null or $1 = any(t.path)) and ($2::int is null or b.year = $2)
    and ($3::text is null or b.state = $3) and ($4::uuid is null or b.id < $4)
  order by b.id desc limit $5`;
