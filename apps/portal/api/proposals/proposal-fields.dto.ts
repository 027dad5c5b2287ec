import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { LANGS } from '#platform/views/lang.js';
import { MoneyField } from '../money.js';
import { cleanText, TextField } from '../text-field.js';

const LINE = 1_000;
const PARAGRAPHS = 20_000;
const NAME = 200;
const MOST_COAUTHORS = 30;

export class CoordinatesDto {
  @ApiProperty({ example: 51.1284 })
  @IsNumber()
  latitude!: number;

  @ApiProperty({ example: 71.4306 })
  @IsNumber()
  longitude!: number;
}

/** What an author writes; what is left out stays as it is. */
export class ProposalFieldsDto {
  @ApiProperty({ required: false, enum: LANGS, description: 'Language of the author' })
  @IsOptional()
  @IsIn(LANGS)
  language?: string;

  @TextField(LINE)
  title?: string;

  @ApiProperty({ required: false, nullable: true, type: String, example: 'greening' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string | null;

  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    example: '391000000',
    description: 'The city or district whose pot would pay',
  })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string | null;

  @TextField(LINE)
  address?: string;

  @ApiProperty({ required: false, nullable: true, type: CoordinatesDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => CoordinatesDto)
  coordinates?: CoordinatesDto | null;

  @TextField(PARAGRAPHS)
  problem?: string;

  @TextField(PARAGRAPHS)
  idea?: string;

  @TextField(PARAGRAPHS)
  beneficiaries?: string;

  @IsOptional()
  @MoneyField()
  cost?: string | null;

  @TextField(LINE)
  contact?: string;

  @ApiProperty({ required: false, type: [String], description: 'Full names; never public' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(cleanText) : value,
  )
  @IsArray()
  @ArrayMaxSize(MOST_COAUTHORS)
  @IsString({ each: true })
  @MaxLength(NAME, { each: true })
  coauthors?: string[];
}
