import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { INQUIRY_SIGNATORIES, INQUIRY_VERDICTS } from '#rules/petitions/inquiry-answer.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import { WrittenText } from '../review/written-text.js';

const LANGUAGES = ['kk', 'ru'] as const;
const MOST_LINKS = 50;

export class InquiryAnswerDto {
  @ApiProperty({ enum: INQUIRY_SIGNATORIES })
  @WrittenText(40)
  signatory!: string;

  @ApiProperty({ description: 'Full name of who signed' })
  @WrittenText(200)
  signedBy!: string;

  @ApiProperty()
  @WrittenText(300)
  signedPost!: string;

  @ApiProperty({ enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language!: 'kk' | 'ru';

  @ApiProperty()
  @WrittenText(40_000)
  body!: string;

  @ApiProperty({ type: [String], required: false, description: 'Documents, by address' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINKS)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  links?: string[];

  @EnclosuresField()
  enclosures?: string[];
}

export class InquiryCommentDto {
  @ApiProperty({ enum: INQUIRY_VERDICTS })
  @WrittenText(40)
  verdict!: string;

  @ApiProperty({ enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language!: 'kk' | 'ru';

  @ApiProperty()
  @WrittenText(4_000)
  body!: string;
}
