import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { validate as isUuid } from 'uuid';
import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import { PROJECT_FATES, type ProjectFate } from '#rules/budgets/residents-lines.js';
import { SESSION_KINDS, type SessionKind } from '#rules/sessions/session-rule.js';
import type { NamedVotes } from '#rules/sessions/session-vote.js';
import { AmendmentDto } from '../budgets/budget-acts.dto.js';
import { IsDay } from '../day-field.js';
import { OfficialTextDto } from '../official-text.dto.js';

const MOST_DEPUTIES = 100;
const SIDES: readonly unknown[] = ['for', 'against', 'abstained'] satisfies VoteSide[];

export class SessionQuestionDto {
  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title!: OfficialTextDto;

  @ApiProperty({ required: false, description: 'Number of a petition that a deputy brought' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  petition?: string;
}

export class ExtraordinaryRequestDto {
  @ApiProperty({ enum: ['akim', 'deputies'] })
  @IsIn(['akim', 'deputies'])
  by!: 'akim' | 'deputies';

  @ApiProperty({ required: false, type: [String], description: 'Ids of the deputies who asked' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_DEPUTIES)
  @IsUUID('all', { each: true })
  deputies?: string[];

  @ApiProperty({ format: 'date' })
  @IsDay()
  on!: string;
}

export class NewMaslikhatSessionDto {
  @ApiProperty({ example: '391230000', description: 'KATO code of the unit of the maslikhat' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({ example: '17', description: 'As the maslikhat numbers its sessions' })
  @IsString()
  @MaxLength(40)
  number!: string;

  @ApiProperty({ enum: SESSION_KINDS, default: 'regular' })
  @IsOptional()
  @IsIn(SESSION_KINDS)
  kind?: SessionKind;

  @ApiProperty({ format: 'date', description: 'Day on which deputies and people were told' })
  @IsDay()
  noticeOn!: string;

  @ApiProperty({ format: 'date', description: 'Day on which deputies had the materials' })
  @IsDay()
  materialsOn!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  sessionOn!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  place!: OfficialTextDto;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  broadcast?: string;

  @ApiProperty({ type: [SessionQuestionDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SessionQuestionDto)
  agenda!: SessionQuestionDto[];

  @ApiProperty({ required: false, type: ExtraordinaryRequestDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExtraordinaryRequestDto)
  request?: ExtraordinaryRequestDto;
}

export class SessionAttendanceDto {
  @ApiProperty({ type: [String], description: 'Ids of the deputies who are there' })
  @IsArray()
  @ArrayMaxSize(MOST_DEPUTIES)
  @IsUUID('all', { each: true })
  present!: string[];

  @ApiProperty({ required: false, description: 'Id of the deputy in the chair' })
  @IsOptional()
  @IsUUID()
  chair?: string;
}

export class NamedVotesDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['for', 'against', 'abstained'] },
    description: 'How each deputy voted, by id',
  })
  @IsObject()
  @ValidateBy(
    { name: 'areVotes', validator: { validate: areVotes } },
    { message: 'form.not_votes_by_name' },
  )
  byName!: Record<string, VoteSide>;
}

export class AdoptionDto {
  @ApiProperty({ description: 'Id of the session' })
  @IsUUID()
  session!: string;

  @ApiProperty({ example: '17/104-VIII', required: false, description: 'Number as free text' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  number?: string;

  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text?: OfficialTextDto;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'Why it goes back' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons?: OfficialTextDto;

  @ApiProperty({ type: NamedVotesDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => NamedVotesDto)
  votes!: NamedVotesDto;

  @ApiProperty({ required: false, type: [String], description: 'Ids of accepted amendments' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  amendments?: string[];
}

export class FateDto {
  @ApiProperty({ description: 'Id of the project' })
  @IsUUID()
  project!: string;

  @ApiProperty({ enum: PROJECT_FATES })
  @IsIn(PROJECT_FATES)
  fate!: ProjectFate;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason!: OfficialTextDto;
}

export class RefinementDto extends AdoptionDto {
  @ApiProperty({ type: AmendmentDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => AmendmentDto)
  amendment!: AmendmentDto;

  @ApiProperty({ required: false, description: 'The akim’s positive conclusion is on record' })
  @IsOptional()
  @IsIn([true, false])
  akimAgrees?: boolean;

  @ApiProperty({ required: false, type: [FateDto] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(0)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => FateDto)
  fates?: FateDto[];
}

const NO_TEXT = { kk: '', ru: '' };

/** A vote of a session about a budget as the use cases take it. */
export function voteOf(budgetId: string, body: AdoptionDto) {
  return {
    budgetId,
    sessionId: body.session,
    number: body.number ?? '',
    text: body.text ?? NO_TEXT,
    refusalReasons: body.reasons ?? null,
    votes: namedVotesOf(body.votes),
  };
}

export function namedVotesOf({ byName }: NamedVotesDto): NamedVotes {
  return Object.entries(byName).map(([deputyId, side]) => ({ deputyId, side }));
}

function areVotes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const votes = Object.entries(value);
  return (
    votes.length <= MOST_DEPUTIES && votes.every(([id, side]) => isUuid(id) && SIDES.includes(side))
  );
}
