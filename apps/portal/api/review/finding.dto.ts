import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import type { CriterionFinding } from '#rules/participation/evaluation-criteria.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { WrittenText } from './written-text.js';

export class FindingDto {
  @ApiProperty({ example: 'within-category' })
  @WrittenText(40)
  criterion!: string;

  @ApiProperty()
  @IsBoolean()
  met!: boolean;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'Wherever it is not met' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason?: OfficialTextDto;
}

export function findingsOf(checklist: readonly FindingDto[]): CriterionFinding[] {
  return checklist.map(({ criterion, met, reason }) => ({
    criterion,
    isMet: met,
    reason: reason ? { ...reason } : null,
  }));
}
