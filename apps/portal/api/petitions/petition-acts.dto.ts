import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PETITION_REFUSAL_GROUNDS } from '#rules/petitions/petition-refusal.js';
import { IsDay } from '../day-field.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { TextField } from '../text-field.js';

const MOST_SIGNATURES = 50_000_000;

export class PetitionRefusalDto {
  @ApiProperty({ enum: PETITION_REFUSAL_GROUNDS, description: 'From the closed list' })
  @IsString()
  @MaxLength(60)
  ground!: string;

  @ApiProperty({
    required: false,
    description: 'Group of the closed list, for an excluded subject',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subject?: string;

  @ApiProperty({ required: false, description: 'Id or number of the other petition' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  earlierPetition?: string;

  @ApiProperty({ type: OfficialTextDto, description: 'Why the ground holds' })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons!: OfficialTextDto;
}

export class PetitionWithdrawalDto {
  @TextField(1_000)
  reason?: string;
}

export class PortalCountDto {
  @ApiProperty({ description: 'As the state portal shows it' })
  @IsInt()
  @Min(0)
  @Max(MOST_SIGNATURES)
  signatures!: number;

  @ApiProperty({ format: 'date' })
  @IsDay()
  seenOn!: string;
}
