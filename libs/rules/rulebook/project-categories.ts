import { budgetPlanningRows } from './budget-planning-rules.js';
import type { LegalRow } from './legal-value.js';

/** The nine kinds of projects, in the sequence of the law; texts for people are `categories.<code>`. */
export const PROJECT_CATEGORIES = [
  'greening',
  'pavement-arrangement',
  'pavements-ramps-aryks',
  'common-places',
  'kerbs-paving-walls',
  'dump-removal',
  'benches-and-rest',
  'sports-and-playgrounds',
  'sanitation',
] as const;

export type ProjectCategory = (typeof PROJECT_CATEGORIES)[number];

/** Key of the closed list of categories. */
export interface ProjectCategoryValues {
  readonly 'participation.categories': readonly ProjectCategory[];
}

/** @law PR p. 76 */
export const PROJECT_CATEGORY_ROWS: readonly LegalRow<
  'participation.categories',
  readonly ProjectCategory[]
>[] = budgetPlanningRows({
  key: 'participation.categories',
  value: PROJECT_CATEGORIES,
  unit: 'categories',
  point: '76',
});
