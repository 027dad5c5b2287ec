import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../day-field.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { TextField } from '../text-field.js';
import { NamedVotesDto } from './named-votes.dto.js';

const WEB = { protocols: ['http', 'https'], require_protocol: true };

export class QuestionVoteDto {
  @ApiProperty({ example: '17/106-VIII', required: false, description: 'Number as free text' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  number?: string;

  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text?: OfficialTextDto;

  @ApiProperty({ type: NamedVotesDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => NamedVotesDto)
  votes!: NamedVotesDto;

  @EnclosuresField()
  enclosures?: string[];
}

export class SessionMaterialDto {
  @ApiProperty({ description: 'Place of the question on the agenda, from 1' })
  @IsInt()
  @Min(1)
  @Max(200)
  question!: number;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title!: OfficialTextDto;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsUrl(WEB)
  @MaxLength(500)
  link?: string;

  @EnclosuresField()
  enclosures?: string[];
}

export class SessionBroadcastDto {
  @ApiProperty({ required: false, description: 'Empty takes the link back' })
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  url?: string;
}

export class DecisionPublicationDto {
  @ApiProperty({ format: 'date' })
  @IsDay()
  publishedOn!: string;

  @ApiProperty({ required: false, description: 'The official text on the web' })
  @IsOptional()
  @IsUrl(WEB)
  @MaxLength(500)
  url?: string;

  @TextField(300)
  place?: string;
}
