import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, registerDecorator } from 'class-validator';
import { isCivilDate } from '#rules/kernel/civil-date.js';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Days (the last one of a window belongs to it) or instants with offset; all may be left out. */
export class RoundCalendarDto {
  @DayOrInstant()
  intakeFrom?: string;

  @DayOrInstant()
  intakeUntil?: string;

  @DayOrInstant()
  reviewUntil?: string;

  @DayOrInstant()
  votingFrom?: string;

  @DayOrInstant()
  votingUntil?: string;

  @DayOrInstant()
  decisionBy?: string;
}

/** A day `YYYY-MM-DD` that exists, or an RFC 3339 instant. */
export function isDayOrInstant(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 40) return false;
  return isCivilDate(value) || (RFC_3339.test(value) && isPlausible(Date.parse(value)));
}

function DayOrInstant(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, type: String, example: '2027-04-24' }),
    IsOptional(),
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
  return epochMs > Date.UTC(2000, 0) && epochMs < Date.UTC(2200, 0);
}
