import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { LinkKind } from '#rules/assemblies/minutes-draft.js';
import {
  ASSEMBLY_QUESTIONS,
  type AssemblyQuestion,
  FURTHER_ASSEMBLY_QUESTIONS,
  GATHERING_QUESTIONS,
  SEPARATE_GATHERING_QUESTIONS,
} from '#rules/rulebook/assembly-questions.js';
import type { AgendaItemFields } from '#features/assemblies/meetings/meeting-fields.js';
import type { AgendaLink } from '#features/assemblies/meetings/meeting-row.js';
import { MoneyField, tiynOf } from '../money.js';
import { WrittenText } from '../review/written-text.js';
import { BothLanguages } from './assembly-fields.js';

const QUESTIONS = [
  ...new Set<AssemblyQuestion>([
    ...GATHERING_QUESTIONS,
    ...ASSEMBLY_QUESTIONS,
    ...FURTHER_ASSEMBLY_QUESTIONS,
    ...SEPARATE_GATHERING_QUESTIONS,
  ]),
];

const KINDS = ['project', 'proposal', 'petition', 'budgetLine'] as const;
const MOST_ITEMS = 100;
const MOST_LINKS = 50;

export class DecisionLinkDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: (typeof KINDS)[number];

  @ApiProperty({ description: 'Id or number' })
  @IsString()
  @MaxLength(60)
  id!: string;

  @IsOptional()
  @MoneyField()
  amount?: string;
}

export class AgendaItemDto {
  @BothLanguages()
  title!: { kk: string; ru: string };

  @ApiProperty({ enum: QUESTIONS, description: 'What the body takes up' })
  @IsIn(QUESTIONS)
  kind!: AssemblyQuestion;

  @ApiProperty({ required: false, maxLength: 200 })
  @IsOptional()
  @WrittenText(200)
  rapporteur?: string;

  @ApiProperty({ type: [DecisionLinkDto], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINKS)
  @ValidateNested({ each: true })
  @Type(() => DecisionLinkDto)
  links?: DecisionLinkDto[];

  @ApiProperty({ required: false, description: 'Where a report to be heard can be read' })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  reportUrl?: string;

  @ApiProperty({ required: false, description: 'A petition’s request that the item takes up' })
  @IsOptional()
  @IsUUID()
  request?: string;
}

export class AgendaDto {
  @ApiProperty({ type: [AgendaItemDto] })
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemDto)
  agenda!: AgendaItemDto[];
}

export function agendaItemOf(item: AgendaItemDto): AgendaItemFields {
  return {
    question: item.kind,
    title: item.title,
    rapporteur: item.rapporteur ?? null,
    links: (item.links ?? []).map(agendaLinkOf),
    reportUrl: item.reportUrl ?? null,
    request: item.request ?? null,
  };
}

/** A link as it is stored: sums in tiyn, kinds in our own writing. */
export function agendaLinkOf({ kind, id, amount }: DecisionLinkDto): AgendaLink {
  const stored: LinkKind = kind === 'budgetLine' ? 'budget-line' : kind;
  return { kind: stored, id, amountTiyn: amount === undefined ? null : String(tiynOf(amount)) };
}
