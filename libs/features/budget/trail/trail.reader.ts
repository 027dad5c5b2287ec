import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { budgetDaysOf, isBudgetYearKnown, lastDayOf } from '#rules/budgets/budget-days.js';
import { budgetTierOf } from '#rules/budgets/budget-tier.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { NameReader } from '../../registry/residents/name.reader.js';
import { withAuthorName } from './author-name.js';
import { TRAIL } from './trail.sql.js';
import type { TrailPlanRow, TrailRow } from './trail-row.js';

interface StoredTrail extends TrailRow {
  readonly level: TerritoryLevel;
  /** The year whose budget should hold the project; null before the result. */
  readonly budgetYear: number | null;
  readonly higherSignedOn: CivilDate | null;
}

/** The way of a project as the records of all features tell it; nothing is kept twice. */
@Injectable()
export class TrailReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameReader,
  ) {}

  /** @throws DomainError not-found `proposal.not_found` */
  async get(projectId: string): Promise<TrailRow> {
    const [row]: StoredTrail[] = await this.dataSource.query(TRAIL, [projectId]);
    if (!row) throw new DomainError('not-found', 'proposal.not_found');
    const records = row.records.map((record) => withAuthorName(record, this.names));
    return { ...row, records, plans: [...row.plans, ...budgetPlans(row)] };
  }
}

/**
 * Last days of the budget that follows the result: the draft before the maslikhat, its approval.
 *
 * @law PR p. 84; BC arts. 86–93 (`law.md` 4.2)
 */
function budgetPlans({ level, budgetYear, higherSignedOn }: StoredTrail): readonly TrailPlanRow[] {
  const tier = level === 'city-district' ? 'district' : budgetTierOf(level);
  if (tier === null || budgetYear === null || !isBudgetYearKnown(tier, budgetYear)) return [];
  const days = budgetDaysOf(tier, budgetYear, { higherSignedOn, approvedOn: null });
  const requested = lastDayOf('maslikhat', days);
  const adopted = lastDayOf('approval', days) ?? lastDayOf('quarterly-plan', days);
  return [
    ...(requested === null ? [] : [{ kind: 'requested' as const, by: requested }]),
    ...(adopted === null ? [] : [{ kind: 'adopted' as const, by: adopted }]),
  ];
}
