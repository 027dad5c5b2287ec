import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { cleanText } from '../text-field.js';

/** A text that must be there, without hidden signs and blanks around. */
export function WrittenText(maxLength: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => cleanText(value)),
    IsString(),
    MaxLength(maxLength, { message: 'form.too_long' }),
  );
}
