/**
 * Functional groups of expenses by their numbers; names are `budgets.groups.<code>`. The order on the
 * budget classification was not read: a list to be confirmed.
 */
export const FUNCTIONAL_GROUPS = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
] as const;

export type FunctionalGroup = (typeof FUNCTIONAL_GROUPS)[number];

/** Housing and utilities (ТКШ, ЖКХ), whose spending measures the people's participation budget. */
export const HOUSING_GROUP: FunctionalGroup = '07';

/** `isFunctionalGroup('07') // → true` */
export function isFunctionalGroup(text: string): text is FunctionalGroup {
  return (FUNCTIONAL_GROUPS as readonly string[]).includes(text);
}
