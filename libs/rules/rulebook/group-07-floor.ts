import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import { budgetPlanningRows } from './budget-planning-rules.js';
import type { BudgetPlaceKind } from './cost-caps.js';
import type { LegalRow } from './legal-value.js';

type Group07FloorKey = `participation.group-07-floor.${BudgetPlaceKind}`;

/** Keys of the least share of yearly spending in functional group 07 (ЖКХ) given to residents. */
export type Group07FloorValues = Readonly<Record<Group07FloorKey, Fraction>>;

/**
 * Least money of a round: a share of the city's yearly spending in functional group 07, without
 * targeted transfers, credits from the higher budget and loans.
 *
 * @law PR p. 77; before it the order of the Minister of Finance No 1192 of 18.11.2021
 */
export const GROUP_07_FLOOR_ROWS: readonly LegalRow<Group07FloorKey, Fraction>[] = [
  floorOf2021('republican-city-district', 5n),
  floorOf2021('oblast-city', 10n),
  ...floorRows('republican-city-district'),
  ...floorRows('oblast-city'),
  ...floorRows('district-city'),
];

function floorOf2021(kind: BudgetPlaceKind, percent: bigint): LegalRow<Group07FloorKey, Fraction> {
  return {
    key: `participation.group-07-floor.${kind}`,
    value: fraction(percent, 100n),
    unit: 'share',
    from: '2021-11-18',
    until: '2025-04-28',
    source: { act: 'budget-planning-rules-2021', point: '', redaction: '2021-11-18' },
    standing: 'national',
    verified: false,
    note: 'act-not-read',
  };
}

function floorRows(kind: BudgetPlaceKind): readonly LegalRow<Group07FloorKey, Fraction>[] {
  return budgetPlanningRows<Group07FloorKey, Fraction>({
    key: `participation.group-07-floor.${kind}`,
    value: fraction(10n, 100n),
    unit: 'share',
    point: '77',
  });
}
