import { ApiProperty } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { cleanText } from './text-field.js';

const LONGEST = 4_000;

const clean = ({ value }: TransformFnParams): unknown => cleanText(value);

/** A text of an official kind in Kazakh and Russian, in English where there is one. */
export class OfficialTextDto implements OfficialText {
  @ApiProperty()
  @Transform(clean)
  @IsString()
  @MaxLength(LONGEST)
  kk!: string;

  @ApiProperty()
  @Transform(clean)
  @IsString()
  @MaxLength(LONGEST)
  ru!: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @Transform(clean)
  @IsString()
  @MaxLength(LONGEST)
  en?: string;
}
