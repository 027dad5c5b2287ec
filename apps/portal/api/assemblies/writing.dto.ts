import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isItemField, type ItemField } from '#rules/assemblies/item-writing.js';
import type { WritingFields } from '#features/assemblies/writings/writing-fields.js';
import type { WritingValue } from '#features/assemblies/writings/writing-value.js';
import { WrittenText } from '../review/written-text.js';
import { agendaLinkOf, DecisionLinkDto } from './agenda.dto.js';
import { IsInstant } from './assembly-fields.js';
import { SpeechDto, VotesDto, votesOf } from './decision.dto.js';

const MOST_WRITINGS = 500;
const MOST_VERSIONS = 1_000_000;
const MOST_SECONDS = 604_800;

/** One writing; of the values exactly the one that the field takes, none to take it back. */
export class WritingDto {
  @ApiProperty({ description: 'Made by the sender: what is sent twice is applied once' })
  @IsUUID()
  op!: string;

  @ApiProperty({ description: 'Number of the agenda item' })
  @IsInt()
  @Min(1)
  @Max(1_000)
  item!: number;

  @ApiProperty({ example: 'decision-kk', description: 'Or `speech:` and an id of its own' })
  @ValidateBy({ name: 'isItemField', validator: { validate: isField } })
  field!: ItemField;

  @ApiProperty({ description: 'Version of the field that the writer saw; 0: nothing stood there' })
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  base!: number;

  @IsInstant()
  writtenAt!: string;

  @ApiProperty({ required: false, type: [String], description: 'Conflicts that this one settles' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  settles?: string[];

  @ApiProperty({ required: false, maxLength: 10_000 })
  @IsOptional()
  @WrittenText(10_000)
  text?: string;

  @ApiProperty({ required: false, type: SpeechDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => SpeechDto)
  speech?: SpeechDto;

  @ApiProperty({ required: false, type: VotesDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => VotesDto)
  votes?: VotesDto;

  @ApiProperty({ required: false, type: [DecisionLinkDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => DecisionLinkDto)
  links?: DecisionLinkDto[];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_SECONDS)
  seconds?: number;
}

export class WritingsDto {
  @ApiProperty({ type: [WritingDto] })
  @IsArray()
  @ArrayMaxSize(MOST_WRITINGS)
  @ValidateNested({ each: true })
  @Type(() => WritingDto)
  writings!: WritingDto[];
}

export function writingFieldsOf(dto: WritingDto): WritingFields {
  const { op, item, field, base, settles } = dto;
  const writtenAt = new Date(dto.writtenAt);
  return {
    op,
    item,
    field,
    base,
    value: valueOf(dto, writtenAt),
    writtenAt,
    settles: settles ?? [],
  };
}

function valueOf({ text, speech, votes, links, seconds }: WritingDto, at: Date): WritingValue {
  if (text !== undefined) return { kind: 'text', text };
  if (speech) return { kind: 'speech', speech: { speaker: speech.speaker, text: speech.text } };
  if (votes) return { kind: 'votes', votes: votesOf(votes, at) };
  if (links) return { kind: 'links', links: links.map(agendaLinkOf) };
  return seconds === undefined ? null : { kind: 'seconds', seconds };
}

function isField(value: unknown): boolean {
  return typeof value === 'string' && isItemField(value);
}
