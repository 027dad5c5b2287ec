import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { OfficialText } from '#rules/kernel/official-text.js';

const LONGEST = 4_000;

/** A text of an official kind in Kazakh and Russian, in English where there is one. */
export class OfficialTextDto implements OfficialText {
  @ApiProperty()
  @IsString()
  @MaxLength(LONGEST)
  kk!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(LONGEST)
  ru!: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  en?: string;
}
