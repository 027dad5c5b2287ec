import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { BUDGET_STATES, type BudgetState } from '#rules/budgets/budget-lifecycle.js';
import { PageQueryDto } from '../page-query.dto.js';

export class BudgetsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'Of this unit and every unit below it (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2199)
  year?: number;

  @ApiProperty({ required: false, enum: BUDGET_STATES })
  @IsOptional()
  @IsIn(BUDGET_STATES)
  state?: BudgetState;
}
