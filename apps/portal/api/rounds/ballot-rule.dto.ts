import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { BallotKind } from '#rules/participation/ballot-rule.js';

const KINDS = [
  'approval',
  'knapsack',
  'cumulative',
  'ordinal',
  'scoring',
] as const satisfies readonly BallotKind[];
const LARGEST = 1_000_000;

export class BallotRuleDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: BallotKind;

  @ApiProperty({ required: false, description: 'Fewest projects; 0 allows a blank ballot' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST)
  min?: number;

  @ApiProperty({ required: false, description: 'Most projects; for scoring, the highest grade' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST)
  max?: number;

  @ApiProperty({ required: false, description: 'Points to share out (cumulative)' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST)
  points?: number;

  @ApiProperty({ required: false, description: 'Most points for one project (cumulative)' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST)
  maxPerProject?: number;
}
