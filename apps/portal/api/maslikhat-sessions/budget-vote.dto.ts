import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PROJECT_FATES, type ProjectFate } from '#rules/budgets/residents-lines.js';
import { AmendmentDto } from '../budgets/budget-acts.dto.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { NamedVotesDto, namedVotesOf } from './named-votes.dto.js';

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

  @EnclosuresField()
  enclosures?: string[];
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
    annexes: body.enclosures ?? [],
  };
}
