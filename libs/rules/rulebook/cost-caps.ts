import { budgetPlanningRows } from './budget-planning-rules.js';
import type { LegalRow } from './legal-value.js';

/** Kinds of places where the national rule of the people's participation budget applies. */
export type BudgetPlaceKind = 'republican-city-district' | 'oblast-city' | 'district-city';

type CostCapKey = `participation.cost-cap.${BudgetPlaceKind}`;

/** Keys of the cost cap of one project, in monthly calculation indices. */
export type CostCapValues = Readonly<Record<CostCapKey, number>>;

/**
 * Cost cap of one project at its submission; a district of an oblast-significance city follows
 * its city.
 *
 * @law PR p. 77
 */
export const COST_CAP_ROWS: readonly LegalRow<CostCapKey, number>[] = [
  ...capRows('republican-city-district', 75_000),
  ...capRows('oblast-city', 15_000),
  ...capRows('district-city', 1_500),
];

function capRows(kind: BudgetPlaceKind, value: number): readonly LegalRow<CostCapKey, number>[] {
  return budgetPlanningRows<CostCapKey, number>({
    key: `participation.cost-cap.${kind}`,
    value,
    unit: 'mci',
    point: '77',
  });
}
