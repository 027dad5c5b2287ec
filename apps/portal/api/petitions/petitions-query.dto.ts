import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PETITION_BODIES } from '#rules/petitions/addressee.js';
import {
  isPublic,
  PETITION_STATES,
  type PetitionState,
} from '#rules/petitions/petition-lifecycle.js';
import type { PetitionsQuestion } from '#features/petitions/petitions/petition.reader.js';
import { PageQueryDto } from '../page-query.dto.js';

const PUBLIC_STATES = PETITION_STATES.filter(isPublic);
const SEQUENCES = ['newest', 'waiting-longest', 'closest'] as const;

export class PetitionsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, enum: PUBLIC_STATES })
  @IsOptional()
  @IsIn(PUBLIC_STATES)
  state?: PetitionState;

  @ApiProperty({ required: false, description: 'Petitions to bodies of this unit and below it' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false, enum: PETITION_BODIES })
  @IsOptional()
  @IsIn(PETITION_BODIES)
  body?: string;

  @ApiProperty({ required: false, description: 'Id of the launching deputy' })
  @IsOptional()
  @IsUUID()
  deputy?: string;

  @ApiProperty({ required: false, description: 'Words to look for' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiProperty({ required: false, enum: SEQUENCES, default: 'newest' })
  @IsOptional()
  @IsIn(SEQUENCES)
  order: (typeof SEQUENCES)[number] = 'newest';
}

export function petitionsQuestionOf(query: PetitionsQueryDto): PetitionsQuestion {
  const { state, order: sequence, ...rest } = query;
  return { ...rest, sequence, states: state ? [state] : PUBLIC_STATES };
}
