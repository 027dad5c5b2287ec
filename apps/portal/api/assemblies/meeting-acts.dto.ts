import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUrl, IsUUID, MaxLength } from 'class-validator';
import type { MeetingOpening } from '#features/assemblies/meetings/meeting-opening.js';
import { IsDay } from '../day-field.js';
import { WrittenText } from '../review/written-text.js';
import { BothLanguages, instantOf, IsInstant } from './assembly-fields.js';

const LANGUAGES = ['kk', 'ru'] as const;

export class ReasonsDto {
  @BothLanguages()
  reasons!: { kk: string; ru: string };
}

export class BroadcastDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  broadcastUrl?: string | null;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  recordingUrl?: string | null;
}

export class PaperDto {
  @BothLanguages()
  title!: { kk: string; ru: string };

  @ApiProperty({ description: 'Where it can be read' })
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  link!: string;
}

export class ProofDto {
  @ApiProperty({ maxLength: 200 })
  @WrittenText(200)
  channel!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  postedOn!: string;

  @ApiProperty({ description: 'Where it can be seen' })
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  link!: string;
}

export class ItemQuestionDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language!: 'kk' | 'ru';

  @ApiProperty({ maxLength: 1_000 })
  @WrittenText(1_000)
  text!: string;
}

export class AnswerDto {
  @BothLanguages()
  answer!: { kk: string; ru: string };
}

export class OfficersDto {
  @ApiProperty({ required: false, description: 'Somebody in the hall' })
  @IsOptional()
  @IsUUID()
  chair?: string | null;

  @ApiProperty({ required: false, description: 'Somebody in the hall' })
  @IsOptional()
  @IsUUID()
  secretary?: string | null;
}

export class OpeningDto extends OfficersDto {
  @IsOptional()
  @IsInstant()
  openedAt?: string;
}

export class ClosingDto {
  @IsOptional()
  @IsInstant()
  closedAt?: string;
}

export function openingOf({ chair, secretary, openedAt }: OpeningDto): MeetingOpening {
  const officers = { chairId: chair ?? null, secretaryId: secretary ?? null };
  return { ...officers, openedAt: instantOf(openedAt) };
}
