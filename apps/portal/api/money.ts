import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Matches } from 'class-validator';
import { formatTenge, parseTenge, type Tiyn } from '#rules/kernel/money.js';

/** A sum as programs see it. */
export interface MoneyView {
  readonly amount: string;
  readonly currency: 'KZT';
}

export function presentMoney(sum: Tiyn): MoneyView {
  return { amount: formatTenge(sum), currency: 'KZT' };
}

const SUM = /^\d{1,13}(?:\.\d{1,2})?$/;

/**
 * A sum in a request: `{ "amount": "38500000", "currency": "KZT" }` or the amount alone. The field
 * holds the amount as text; read it with {@link tiynOf}.
 */
export function MoneyField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      example: { amount: '38500000', currency: 'KZT' },
      type: 'object',
      properties: { amount: { type: 'string' }, currency: { type: 'string', enum: ['KZT'] } },
    }),
    Transform(({ value }: { value: unknown }) => amountIn(value)),
    IsString(),
    Matches(SUM, { message: 'form.not_a_sum' }),
  );
}

/** The sum of a field that {@link MoneyField} has checked. */
export function tiynOf(amount: string): Tiyn {
  return parseTenge(amount) ?? 0n;
}

/** Another currency leaves the object as it is, and the check of the shape refuses it. */
function amountIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { amount, currency = 'KZT' } = value as { amount?: unknown; currency?: unknown };
  return currency === 'KZT' ? amount : value;
}
