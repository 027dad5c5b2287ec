import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { validate as isUuid } from 'uuid';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { StoredVotes } from '#features/assemblies/writings/writing-value.js';
import { WrittenText } from '../review/written-text.js';
import { DecisionLinkDto } from './agenda.dto.js';
import { IsInstant, MaybeBothLanguages } from './assembly-fields.js';

const SIDES: readonly unknown[] = ['for', 'against', 'abstained'] satisfies VoteSide[];
const MOST_VOTES = 3_000_000;
const MOST_NAMES = 500;
const MOST_SPEECHES = 500;
const MOST_LINKS = 50;
const A_WEEK_SECONDS = 604_800;

/** Ids of people in the hall with the side each took. */
function IsByName(): PropertyDecorator {
  return ValidateBy({ name: 'isByName', validator: { validate: isByName } });
}

export class VotesDto {
  @ApiProperty({ required: false, description: 'Raised hands; left out where votes are by name' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_VOTES)
  for?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_VOTES)
  against?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_VOTES)
  abstained?: number;

  @ApiProperty({ required: false, enum: SIDES, description: 'How the chair voted, if noted' })
  @IsOptional()
  @IsIn([...SIDES])
  chair?: VoteSide | null;

  @ApiProperty({ selfRequired: false, type: 'object', additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsObject()
  @IsByName()
  byName?: Record<string, VoteSide>;

  @IsOptional()
  @IsInstant()
  votedAt?: string;
}

export class SpeechDto {
  @ApiProperty({ maxLength: 200 })
  @WrittenText(200)
  speaker!: string;

  @ApiProperty({ maxLength: 10_000 })
  @WrittenText(10_000)
  text!: string;
}

export class DecisionDto {
  @MaybeBothLanguages()
  heard?: { kk: string; ru: string };

  @ApiProperty({ type: [SpeechDto], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_SPEECHES)
  @ValidateNested({ each: true })
  @Type(() => SpeechDto)
  speeches?: SpeechDto[];

  @ApiProperty({ type: VotesDto, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => VotesDto)
  votes?: VotesDto | null;

  @MaybeBothLanguages()
  text?: { kk: string; ru: string };

  @ApiProperty({ type: [DecisionLinkDto], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINKS)
  @ValidateNested({ each: true })
  @Type(() => DecisionLinkDto)
  links?: DecisionLinkDto[];

  @ApiProperty({ required: false, description: 'From the beginning of the recording' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(A_WEEK_SECONDS)
  recordingSeconds?: number | null;
}

/** Votes as they are stored; the moment is given where the sender did not say it. */
export function votesOf(dto: VotesDto, now: Date): StoredVotes {
  const votedAt = new Date(dto.votedAt ?? now).toISOString();
  if (dto.byName) {
    const votes = Object.entries(dto.byName).map(([memberId, side]) => ({ memberId, side }));
    return { kind: 'by-name', votes, votedAt };
  }
  const { for: votesFor = 0, against = 0, abstained = 0, chair } = dto;
  const counted = { for: votesFor, against, abstained };
  return { kind: 'by-count', ...counted, chairSide: chair ?? null, votedAt };
}

function isByName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const votes = Object.entries(value);
  return (
    votes.length <= MOST_NAMES && votes.every(([id, side]) => isUuid(id) && SIDES.includes(side))
  );
}
