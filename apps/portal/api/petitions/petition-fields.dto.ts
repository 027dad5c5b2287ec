import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsOptional,
  IsUrl,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PETITION_BODIES, type PetitionBody } from '#rules/petitions/addressee.js';
import type { PetitionFields } from '#features/petitions/petitions/petition-fields.js';
import { IsDay } from '../day-field.js';
import { OfficialTextDto } from '../official-text.dto.js';

export class AddresseeDto {
  @ApiProperty({ enum: PETITION_BODIES, example: 'akim-office' })
  @IsIn(PETITION_BODIES)
  body!: PetitionBody;

  @ApiProperty({ example: '391000000', description: 'KATO code of the unit of that body' })
  @Matches(/^\d{9}$/)
  territory!: string;
}

/** Texts in both official languages; what is left out stays as it is. */
export class PetitionTextsDto {
  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title?: OfficialTextDto;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'What is asked for' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text?: OfficialTextDto;

  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  arguments?: OfficialTextDto;

  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  proposals?: OfficialTextDto;
}

export class NewPetitionDto extends PetitionTextsDto {
  @ApiProperty({ type: AddresseeDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => AddresseeDto)
  addressee!: AddresseeDto;
}

export class PetitionChangeDto extends PetitionTextsDto {
  @ApiProperty({ required: false, type: AddresseeDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddresseeDto)
  addressee?: AddresseeDto;
}

/** A statutory petition as an officer reads it on the state portal. */
export class PortalPetitionDto extends NewPetitionDto {
  @ApiProperty({ example: 'https://epetition.kz/petition/1' })
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  portalUrl!: string;

  @ApiProperty({ format: 'date', description: 'Day of its publication there' })
  @IsDay()
  openedOn!: string;
}

/** Only what was written; a null means as little as nothing. */
export function petitionFieldsOf(body: PetitionChangeDto): PetitionFields {
  const { title, text, arguments: said, proposals, addressee } = body;
  return {
    ...(title ? { title } : {}),
    ...(text ? { text } : {}),
    ...(said ? { arguments: said } : {}),
    ...(proposals ? { proposals } : {}),
    ...(addressee ? { addressee } : {}),
  };
}
