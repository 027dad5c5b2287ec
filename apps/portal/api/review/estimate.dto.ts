import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, ValidateNested } from 'class-validator';
import type { EstimateDraft } from '#rules/participation/technical-estimate.js';
import { MoneyField, tiynOf } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { FindingDto, findingsOf } from './finding.dto.js';
import { WrittenText } from './written-text.js';

const MOST_LINES = 200;
const MOST_FINDINGS = 50;

export class EstimateLineDto {
  @ApiProperty({ example: 'Резеңке төсем, 120 м²' })
  @WrittenText(300)
  title!: string;

  @MoneyField()
  amount!: string;
}

export class EstimateDto {
  @ApiProperty({ type: [EstimateLineDto], description: 'The checked cost is their sum' })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => EstimateLineDto)
  lines!: EstimateLineDto[];

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  opinion!: OfficialTextDto;

  @ApiProperty({ type: [FindingDto], description: 'Each technical criterion once' })
  @IsArray()
  @ArrayMaxSize(MOST_FINDINGS)
  @ValidateNested({ each: true })
  @Type(() => FindingDto)
  checklist!: FindingDto[];
}

export function estimateDraftOf({ lines, opinion, checklist }: EstimateDto): EstimateDraft {
  return {
    lines: lines.map(({ title, amount }) => ({ title, amountTiyn: tiynOf(amount) })),
    opinion: { ...opinion },
    findings: findingsOf(checklist),
  };
}
