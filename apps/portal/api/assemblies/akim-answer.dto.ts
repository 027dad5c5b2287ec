import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { DecisionActFields } from '#features/assemblies/akim-answers/act-on-decision.js';
import { IsDay } from '../day-field.js';
import { BothLanguages, MaybeBothLanguages } from './assembly-fields.js';

const ACTS = [
  'agree',
  'yield',
  'insist',
  'discuss',
  'confirm',
  'set-aside',
  'execute',
  'record-not-executed',
] as const satisfies readonly DecisionActFields['act'][];

export class ItemAnswerDto {
  @ApiProperty({ description: 'Number of the agenda item' })
  @IsInt()
  @Min(1)
  @Max(1_000)
  item!: number;

  @ApiProperty({ enum: ['agreed', 'objection'] })
  @IsIn(['agreed', 'objection'])
  kind!: 'agreed' | 'objection';

  @MaybeBothLanguages()
  reasons?: { kk: string; ru: string };
}

export class AkimAnswerDto {
  @ApiProperty({ required: false, format: 'date', description: 'Left out: today' })
  @IsOptional()
  @IsDay()
  answeredOn?: string;

  @ApiProperty({ type: [ItemAnswerDto], description: 'Each adopted decision once' })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ItemAnswerDto)
  items!: ItemAnswerDto[];
}

export class DecisionActDto {
  @ApiProperty({ enum: ACTS })
  @IsIn(ACTS)
  act!: (typeof ACTS)[number];

  @ApiProperty({ required: false, format: 'date', description: 'Left out: today' })
  @IsOptional()
  @IsDay()
  on?: string;

  @MaybeBothLanguages()
  reasons?: { kk: string; ru: string };

  @ApiProperty({ required: false, description: 'Where the act can be read' })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  link?: string;
}

export class AgendaRequestDto {
  @ApiProperty({ description: 'Id or number of one’s own petition' })
  @IsString()
  @MaxLength(60)
  petition!: string;

  @BothLanguages()
  reasons!: { kk: string; ru: string };
}

export class DecisionLinksQueryDto {
  @ApiProperty({ enum: ['project', 'proposal', 'petition', 'budgetLine'] })
  @IsIn(['project', 'proposal', 'petition', 'budgetLine'])
  kind!: 'project' | 'proposal' | 'petition' | 'budgetLine';

  @ApiProperty({ description: 'Id of what decisions are about' })
  @IsString()
  @MaxLength(60)
  id!: string;
}
