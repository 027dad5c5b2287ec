import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { BODY_KINDS, isVotingBody, type VotingBody } from '#rules/assemblies/body-kind.js';
import { MEETING_STATES, type MeetingState } from '#rules/assemblies/meeting-lifecycle.js';
import type { MeetingsQuestion } from '#features/assemblies/meetings/meeting.reader.js';
import { IsDay } from '../day-field.js';
import { PageQueryDto } from '../page-query.dto.js';

const PUBLIC = MEETING_STATES.filter((state) => state !== 'planned');
const KINDS = BODY_KINDS.filter(isVotingBody);

export class MeetingsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'KATO code: in it and below it' })
  @IsOptional()
  @IsString()
  @MaxLength(9)
  territory?: string;

  @ApiProperty({ required: false, enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: VotingBody;

  @ApiProperty({ required: false, enum: PUBLIC })
  @IsOptional()
  @IsIn(PUBLIC)
  state?: MeetingState;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsDay()
  until?: string;

  @ApiProperty({ required: false, enum: ['next-first', 'latest-first'] })
  @IsOptional()
  @IsIn(['next-first', 'latest-first'])
  order?: MeetingsQuestion['sequence'];
}

export function meetingsQuestionOf(query: MeetingsQueryDto): MeetingsQuestion {
  const { territory, kind, state, from, until, order, limit, after } = query;
  return {
    states: state ? [state] : PUBLIC,
    territory,
    kind,
    from,
    until,
    sequence: order ?? 'latest-first',
    limit,
    after,
  };
}

export class MinutesQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'KATO code: in it and below it' })
  @IsOptional()
  @IsString()
  @MaxLength(9)
  territory?: string;

  @ApiProperty({ required: false, enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: VotingBody;

  @ApiProperty({ required: false, description: 'Words in either language, on any keyboard' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
