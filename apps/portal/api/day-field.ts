import { ValidateBy } from 'class-validator';
import { isCivilDate } from '#rules/kernel/civil-date.js';

/** Years that the database can keep and that somebody may mean. */
const PLAUSIBLE = { from: '2000-01-01', until: '2199-12-31' };

/** A day `YYYY-MM-DD` that exists, in our times. */
export function IsDay(): PropertyDecorator {
  return ValidateBy(
    { name: 'isDay', validator: { validate: isPlausibleDay } },
    { message: 'form.not_a_date' },
  );
}

function isPlausibleDay(value: unknown): boolean {
  if (typeof value !== 'string' || !isCivilDate(value)) return false;
  return PLAUSIBLE.from <= value && value <= PLAUSIBLE.until;
}
