import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { QuarterEntry } from '#features/budget/execution/enter-execution.js';
import type { PlanRow } from '#features/budget/local-budgets/desk.reader.js';
import { type Quarter, QUARTERS } from '#rules/budgets/budget-execution.js';
import type { QuarterlyPlanAct } from '#rules/budgets/late-budget.js';
import { MOST_TABLE_LINES } from '#rules/budgets/line-table.js';
import { IsDay } from '../day-field.js';
import { MoneyField, presentMoney, tiynOf } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { TextField } from '../text-field.js';
import { withOffset } from '../with-offset.js';

export class PlanDto {
  @MoneyField()
  amount!: string;

  @TextField(100)
  number?: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  on!: string;
}

export class PaidLineDto {
  @ApiProperty({ example: 3, description: 'Number of the line' })
  @IsInt()
  @Min(1)
  @Max(100_000)
  line!: number;

  @MoneyField()
  paid!: string;

  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason?: OfficialTextDto;
}

/** Sums are from the beginning of the year; a later entry of the same quarter holds. */
export class ExecutionDto {
  @ApiProperty({ enum: QUARTERS })
  @IsIn(QUARTERS)
  quarter!: Quarter;

  @ApiProperty({ type: [PaidLineDto] })
  @IsArray()
  @ArrayMaxSize(MOST_TABLE_LINES)
  @ValidateNested({ each: true })
  @Type(() => PaidLineDto)
  lines!: PaidLineDto[];
}

export function planOf({ amount, number = '', on }: PlanDto): QuarterlyPlanAct {
  return { amountTiyn: tiynOf(amount), number, on };
}

export function presentPlan({ id, amountTiyn, number, on, post, at }: PlanRow) {
  return { id, amount: presentMoney(amountTiyn), number, on, by: post, at: withOffset(at) };
}

export function executionOf(
  budgetId: string,
  { quarter, lines }: ExecutionDto,
): Omit<QuarterEntry, 'version'> {
  return {
    budgetId,
    quarter,
    lines: lines.map(({ line, paid, reason }) => ({
      line,
      paidTiyn: tiynOf(paid),
      reason: reason ? { kk: reason.kk, ru: reason.ru } : null,
    })),
  };
}
