import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { NewInquiry } from '#features/petitions/inquiries/new-inquiry.js';
import { INQUIRY_ADDRESSEES } from '#rules/petitions/inquiry.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { WrittenText } from '../review/written-text.js';

const LANGUAGES = ['kk', 'ru'] as const;

export class InquiryAddresseeDto {
  @ApiProperty({ enum: INQUIRY_ADDRESSEES })
  @WrittenText(40)
  kind!: string;

  @ApiProperty({ description: 'KATO code of the unit that the addressee works for' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({ type: OfficialTextDto, description: 'Post and body' })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  post!: OfficialTextDto;
}

export class NewInquiryDto {
  @ApiProperty({ type: InquiryAddresseeDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => InquiryAddresseeDto)
  addressee!: InquiryAddresseeDto;

  @ApiProperty({ enum: LANGUAGES, description: 'In which it is written' })
  @IsIn(LANGUAGES)
  language!: 'kk' | 'ru';

  @ApiProperty()
  @WrittenText(1_000)
  title!: string;

  @ApiProperty()
  @WrittenText(20_000)
  body!: string;

  @ApiProperty({ description: 'On what of the maslikhat’s competence it rests' })
  @WrittenText(4_000)
  competence!: string;

  @ApiProperty({ required: false, description: 'About a criminal case: such are not taken' })
  @IsOptional()
  @IsBoolean()
  concernsProsecution?: boolean;

  @ApiProperty({ required: false, description: 'KATO, where the person sits in two maslikhats' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  maslikhat?: string;

  @ApiProperty({ required: false, description: 'Own petition that has reached its threshold' })
  @IsOptional()
  @IsUUID()
  petition?: string;
}

export function newInquiryOf(body: NewInquiryDto): NewInquiry {
  const { addressee, language, title, body: text, competence, maslikhat } = body;
  return {
    addresseeKind: addressee.kind,
    addresseeTerritory: addressee.territory,
    addressee: addressee.post,
    language,
    title,
    body: text,
    competence,
    concernsProsecution: body.concernsProsecution ?? false,
    maslikhat,
    petition: body.petition,
  };
}
