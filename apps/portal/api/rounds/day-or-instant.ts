import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import { isCivilDate } from '#rules/kernel/civil-date.js';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST_MS = Date.UTC(2000, 0);
const LATEST_MS = Date.UTC(2200, 0);

/** A day `YYYY-MM-DD` that exists, or an RFC 3339 instant; neither centuries away. */
export function isDayOrInstant(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 40) return false;
  return (isCivilDate(value) || RFC_3339.test(value)) && isPlausible(Date.parse(value));
}

/** A field that holds a day or an instant; the last day of a window belongs to it. */
export function DayOrInstant(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '2027-04-24' }),
    (target: object, property: string | symbol) =>
      registerDecorator({
        name: 'isDayOrInstant',
        target: target.constructor,
        propertyName: String(property),
        options: { message: 'form.not_a_date' },
        validator: { validate: isDayOrInstant },
      }),
  );
}

function isPlausible(epochMs: number): boolean {
  return epochMs > EARLIEST_MS && epochMs < LATEST_MS;
}
