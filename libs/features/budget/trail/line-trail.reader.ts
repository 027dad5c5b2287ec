import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { budgetDaysOf, isBudgetYearKnown, lastDayOf } from '#rules/budgets/budget-days.js';
import type { BudgetTier } from '#rules/budgets/budget-tier.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import { withAuthorName } from './author-name.js';
import type { LinePlanRow, LineTrailRow } from './line-trail-row.js';
import { LINE_TRAIL } from './line-trail.sql.js';

interface StoredLineTrail extends LineTrailRow {
  readonly tier: BudgetTier;
  readonly higherSignedOn: CivilDate | null;
}

/** Of an integer of the database. */
const HIGHEST = 2 ** 31 - 1;

/** The way of one line of a budget, up to its origin and down to the warranty. */
@Injectable()
export class LineTrailReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

  /** @throws DomainError not-found `budget.line_not_found` */
  async get(budgetId: string, number: number): Promise<LineTrailRow> {
    const isAsked = isUuid(budgetId) && Number.isInteger(number) && Math.abs(number) <= HIGHEST;
    const [row]: StoredLineTrail[] = isAsked
      ? await this.dataSource.query(LINE_TRAIL, [budgetId, number])
      : [];
    if (!row) throw new DomainError('not-found', 'budget.line_not_found');
    const records = row.records.map((record) => withAuthorName(record, this.names));
    return { ...row, records, plans: [...row.plans, ...budgetPlans(row)] };
  }
}

/** Last days of the draft before the maslikhat and of its approval. */
function budgetPlans({ tier, year, higherSignedOn }: StoredLineTrail): readonly LinePlanRow[] {
  if (!isBudgetYearKnown(tier, year)) return [];
  const days = budgetDaysOf(tier, year, { higherSignedOn, approvedOn: null });
  const adopted = lastDayOf('approval', days) ?? lastDayOf('quarterly-plan', days);
  return [...planOf('submitted', lastDayOf('maslikhat', days)), ...planOf('adopted', adopted)];
}

function planOf(kind: LinePlanRow['kind'], by: CivilDate | null): readonly LinePlanRow[] {
  return by === null ? [] : [{ kind, by }];
}
