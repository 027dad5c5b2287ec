import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PETITION_DECISIONS } from '#rules/petitions/petition-answer.js';
import type { AnswerFields } from '#features/petitions/answers/answer-petition.js';
import { IsDay } from '../day-field.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { cleanText } from '../text-field.js';

const NAME = 200;

export class AnswerDocumentDto {
  @ApiProperty({ maxLength: NAME })
  @IsString()
  @MaxLength(NAME)
  title!: string;

  @ApiProperty({ description: 'Where it can be read' })
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  url!: string;
}

export class PetitionAnswerDto {
  @ApiProperty({ enum: PETITION_DECISIONS })
  @IsString()
  @MaxLength(40)
  decision!: string;

  @ApiProperty({ type: OfficialTextDto, description: 'Facts and law' })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons!: OfficialTextDto;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'Where one may complain' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  appeal?: OfficialTextDto;

  @ApiProperty({ required: false, format: 'date', description: 'Without it: today' })
  @IsOptional()
  @IsDay()
  decidedOn?: string;

  @ApiProperty({ required: false, type: [String], description: 'Names and posts of its members' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(cleanText) : value,
  )
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(NAME, { each: true })
  workingGroup?: string[];

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsDay()
  visitedOn?: string;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'Where there was no visit' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  noVisitBecause?: OfficialTextDto;

  @ApiProperty({ required: false, type: [AnswerDocumentDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => AnswerDocumentDto)
  documents?: AnswerDocumentDto[];

  @EnclosuresField()
  enclosures?: string[];
}

export class DiscussionDto {
  @ApiProperty({ format: 'date' })
  @IsDay()
  heldOn!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  place!: OfficialTextDto;

  @ApiProperty({ type: OfficialTextDto, description: 'The draft decision' })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  draft!: OfficialTextDto;
}

const NOTHING = { kk: '', ru: '' };

/** What was left out is said as nothing. */
export function answerFieldsOf(body: PetitionAnswerDto): AnswerFields {
  return {
    decision: body.decision,
    reasons: body.reasons,
    appeal: body.appeal ?? NOTHING,
    decidedOn: body.decidedOn ?? null,
    workingGroup: body.workingGroup ?? [],
    visitedOn: body.visitedOn ?? null,
    noVisitBecause: body.noVisitBecause ?? null,
    documents: (body.documents ?? []).map(({ title, url }) => ({ title, url })),
    enclosures: body.enclosures ?? [],
  };
}
