import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SESSION_KINDS, type SessionKind } from '#rules/sessions/session-rule.js';
import { IsDay } from '../day-field.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { MOST_DEPUTIES } from './named-votes.dto.js';

export class SessionQuestionDto {
  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title!: OfficialTextDto;

  @ApiProperty({ required: false, description: 'Number of a petition that a deputy brought' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  petition?: string;

  @ApiProperty({ required: false, description: 'Id of a budget that awaits the session' })
  @IsOptional()
  @IsUUID()
  budget?: string;
}

export class ExtraordinaryRequestDto {
  @ApiProperty({ enum: ['akim', 'deputies'] })
  @IsIn(['akim', 'deputies'])
  by!: 'akim' | 'deputies';

  @ApiProperty({ required: false, type: [String], description: 'Ids of the deputies who asked' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_DEPUTIES)
  @IsUUID('all', { each: true })
  deputies?: string[];

  @ApiProperty({ format: 'date' })
  @IsDay()
  on!: string;
}

export class NewMaslikhatSessionDto {
  @ApiProperty({ example: '391230000', description: 'KATO code of the unit of the maslikhat' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({ example: '17', description: 'As the maslikhat numbers its sessions' })
  @IsString()
  @MaxLength(40)
  number!: string;

  @ApiProperty({ enum: SESSION_KINDS, default: 'regular' })
  @IsOptional()
  @IsIn(SESSION_KINDS)
  kind?: SessionKind;

  @ApiProperty({ format: 'date', description: 'Day on which deputies and people were told' })
  @IsDay()
  noticeOn!: string;

  @ApiProperty({ format: 'date', description: 'Day on which deputies had the materials' })
  @IsDay()
  materialsOn!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  sessionOn!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  place!: OfficialTextDto;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  broadcast?: string;

  @ApiProperty({ type: [SessionQuestionDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SessionQuestionDto)
  agenda!: SessionQuestionDto[];

  @ApiProperty({ required: false, type: ExtraordinaryRequestDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExtraordinaryRequestDto)
  request?: ExtraordinaryRequestDto;
}
