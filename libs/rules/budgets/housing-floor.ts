import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type Fraction, shareRoundedUp } from '#rules/kernel/fraction.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { BudgetPlaceKind } from '#rules/rulebook/cost-caps.js';
import { getRowOn } from '#rules/rulebook/value-on.js';
import { type BudgetLine, expensesOf } from './budget-draft.js';
import { HOUSING_GROUP } from './functional-group.js';

type FloorLine = Pick<BudgetLine, 'functionalGroup' | 'amountTiyn' | 'funding' | 'origin'>;

/** The people's participation budget against the least that the law gives it. */
export interface HousingFloor {
  /** Spending in group 07 that counts: without targeted transfers, credits and loans. */
  readonly countedTiyn: Tiyn;
  readonly excludedTiyn: Tiyn;
  readonly share: Fraction;
  readonly requiredTiyn: Tiyn;
  /** Lines that residents' projects won, whatever their group. */
  readonly givenTiyn: Tiyn;
  /** 0 once it is met. */
  readonly missingTiyn: Tiyn;
}

/**
 * Is enough of the spending on housing and utilities given to residents?
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law PR p. 77
 * @example housingFloorOn('2026-11-21', 'oblast-city', lines).missingTiyn // → 0n
 */
export function housingFloorOn(
  on: CivilDate,
  kind: BudgetPlaceKind,
  lines: readonly FloorLine[],
): HousingFloor {
  const share = getRowOn(`participation.group-07-floor.${kind}`, on).value;
  const housing = lines.filter(({ functionalGroup }) => functionalGroup === HOUSING_GROUP);
  const countedTiyn = expensesOf(housing.filter(({ funding }) => funding === 'own'));
  const requiredTiyn = shareRoundedUp(countedTiyn, share);
  const givenTiyn = expensesOf(lines.filter(({ origin }) => origin.kind === 'project'));
  return {
    countedTiyn,
    excludedTiyn: expensesOf(housing) - countedTiyn,
    share,
    requiredTiyn,
    givenTiyn,
    missingTiyn: givenTiyn >= requiredTiyn ? 0n : requiredTiyn - givenTiyn,
  };
}

/** The fault of a draft below the floor, with the arithmetic. */
export function assessHousingFloor(floor: HousingFloor): readonly Fault[] {
  if (floor.missingTiyn === 0n) return [];
  const details = {
    requiredTiyn: String(floor.requiredTiyn),
    missingTiyn: String(floor.missingTiyn),
  };
  return [{ code: 'budget.below_housing_floor', field: 'lines', details }];
}
