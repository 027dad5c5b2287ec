import type { CivilDate } from '#rules/kernel/civil-date.js';
import { PROJECT_CATEGORIES, type ProjectCategory } from '#rules/rulebook/project-categories.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/** Categories open to proposals on a day, in the sequence of the law. */
export function categoriesOn(day: CivilDate): readonly ProjectCategory[] {
  return valueOn('participation.categories', day);
}

/** `isProjectCategory('greening') // → true` */
export function isProjectCategory(text: string): text is ProjectCategory {
  return (PROJECT_CATEGORIES as readonly string[]).includes(text);
}
