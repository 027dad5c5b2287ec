import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { LineOrigin, OriginKind } from '#rules/budgets/line-origin.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { ListedBudgetRow } from './budget-row.js';
import { LISTED_BUDGET } from './budget.sql.js';
import { AGREEMENTS, FREE_ORIGINS, IMPORT, PLACES, PLANS } from './desk.sql.js';
import type { WaitingImport } from './import-row.js';
import { withWholeSums } from './whole-sums.js';

/** A unit that somebody may draw up a budget for. */
export interface BudgetPlaceRow {
  readonly kato: string;
  readonly name: OfficialText;
  readonly level: TerritoryLevel;
}

/** A decision on record that no line rests on yet. */
export interface FreeOriginRow {
  readonly kind: OriginKind;
  readonly id: string;
  readonly number: string;
  readonly title: OfficialText;
  /** Of a project; null where the record names no sum. */
  readonly amountTiyn: Tiyn | null;
  readonly on: CivilDate;
}

/** An item of signed minutes by which the assembly agreed a budget. */
export interface AgreementRow {
  readonly minutesId: string;
  readonly number: string;
  readonly item: number;
  readonly on: CivilDate;
}

/** An act with the plan of the first quarter. */
export interface PlanRow {
  readonly id: string;
  readonly amountTiyn: Tiyn;
  readonly number: string;
  readonly on: CivilDate;
  readonly post: OfficialText;
  readonly at: Date;
}

const MOST_PLACES = 500;
const MOST_LISTED = 200;

/** Questions of the desks around a budget. */
@Injectable()
export class BudgetDeskReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Units that have a budget, among these and below them. */
  async listPlaces(units: readonly string[]): Promise<BudgetPlaceRow[]> {
    return this.dataSource.query(PLACES, [units, MOST_PLACES]);
  }

  /** Budgets of these units and of those below them, the newest year first. */
  async listOfUnits(units: readonly string[]): Promise<ListedBudgetRow[]> {
    return this.select(`${LISTED_BUDGET} where t.path && $1::text[] ${NEWEST}`, [units]);
  }

  /** Budgets that these maslikhats approve, without drafts that nobody has submitted. */
  async listBefore(maslikhats: readonly string[]): Promise<ListedBudgetRow[]> {
    return this.select(
      `${LISTED_BUDGET} where b.maslikhat_kato = any($1) and (b.state = 'submitted' or exists
         (select from budget_versions v where v.budget_id = b.id)) ${NEWEST}`,
      [maslikhats],
    );
  }

  /** What a line of a budget may still rest on; the newest decisions first. */
  async listFreeOrigins(
    territoryPath: readonly string[],
    {
      text = '',
      kind = null,
    }: { readonly text?: string; readonly kind?: LineOrigin['kind'] | null },
  ): Promise<FreeOriginRow[]> {
    const sought = text === '' ? null : `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    return this.select(FREE_ORIGINS, [territoryPath, sought, kind, MOST_LISTED]);
  }

  async listAgreements(budgetId: string): Promise<AgreementRow[]> {
    return this.dataSource.query(AGREEMENTS, [budgetId]);
  }

  /** Plans of the first quarter; the last one holds. */
  async listPlans(budgetId: string): Promise<PlanRow[]> {
    return this.select(PLANS, [budgetId]);
  }

  /**
   * A person's own import.
   *
   * @throws DomainError not-found `budget.import_not_found`
   */
  async getImport(
    wanted: Pick<WaitingImport, 'id' | 'budgetId' | 'personId'>,
  ): Promise<WaitingImport> {
    const { id, budgetId, personId } = wanted;
    const found = isUuid(id)
      ? await this.select<WaitingImport>(IMPORT, [id, budgetId, personId])
      : [];
    if (!found[0]) throw new DomainError('not-found', 'budget.import_not_found');
    return found[0];
  }

  private async select<Row>(query: string, parameters: unknown[]): Promise<Row[]> {
    const rows: Row[] = await this.dataSource.query(query, parameters);
    return rows.map(withWholeSums);
  }
}

const NEWEST = `order by b.year desc, b.id desc limit ${MOST_LISTED}`;
