import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  COMPLETIONS,
  RULES,
  SATISFACTIONS,
  type Completion,
  type RuleName,
  type RuleSpec,
  type Satisfaction,
} from '#rules/tally/rule-spec.js';

const OVERSPENDING = ['stop', 'skip'] as const;

export class CountingRuleDto {
  @ApiProperty({ enum: RULES })
  @IsIn(RULES)
  name!: RuleName;

  @ApiProperty({ required: false, enum: SATISFACTIONS })
  @IsOptional()
  @IsIn(SATISFACTIONS)
  satisfaction?: Satisfaction;

  @ApiProperty({ required: false, enum: COMPLETIONS })
  @IsOptional()
  @IsIn(COMPLETIONS)
  completion?: Completion;

  @ApiProperty({ required: false, description: 'refuse, id, cost-votes-id or lottery:SEED' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  ties?: string;

  @ApiProperty({ required: false, enum: OVERSPENDING })
  @IsOptional()
  @IsIn(OVERSPENDING)
  overspending?: RuleSpec['overspending'];
}
