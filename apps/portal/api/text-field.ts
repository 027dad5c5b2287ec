import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, MaxLength } from 'class-validator';

// Signs that no text needs: controls but for line ends, halves of signs, and those that turn the
// writing around.
const UNWANTED = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** An optional text that people write: unified line ends, no hidden signs, no blanks around. */
export function TextField(maxLength: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, maxLength }),
    Transform(({ value }: { value: unknown }) => cleanText(value)),
    IsOptional(),
    IsString(),
    MaxLength(maxLength, { message: 'form.too_long' }),
  );
}

/** `cleanText(' a\r\nb\u0000 ') // → 'a\nb'`; what is no text stays as it is. */
export function cleanText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const lines = value.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return lines.replace(UNWANTED, (sign) => (sign === '\n' || sign === '\t' ? sign : '')).trim();
}
