import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { isCivilDate } from '#rules/kernel/civil-date.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { isDayOrInstant } from '../rounds/day-or-instant.js';

/** An instant RFC 3339 with its offset, in our times. */
export function IsInstant(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '2027-04-24T10:00:00+05:00' }),
    ValidateBy(
      { name: 'isInstant', validator: { validate: isInstant } },
      { message: 'form.not_a_date' },
    ),
  );
}

/** A text in both languages that must be there. */
export function BothLanguages(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: OfficialTextDto }),
    IsDefined(),
    ValidateNested(),
    Type(() => OfficialTextDto),
  );
}

/** A text in both languages that may be left out. */
export function MaybeBothLanguages(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: OfficialTextDto, required: false }),
    IsOptional(),
    ValidateNested(),
    Type(() => OfficialTextDto),
  );
}

/** `instantOf('2027-04-24T10:00:00+05:00')`; null where nothing was said. */
export function instantOf(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}

function isInstant(value: unknown): boolean {
  return isDayOrInstant(value) && !isCivilDate(value as string);
}
