import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { REFUSAL_GROUNDS } from '#rules/participation/refusal-grounds.js';
import { OfficialTextDto } from '../official-text.dto.js';

export class RefusalDto {
  @ApiProperty({ enum: REFUSAL_GROUNDS, isArray: true, description: 'From the closed list' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  grounds!: string[];

  @ApiProperty({ type: OfficialTextDto, description: 'Why they hold for this proposal' })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons!: OfficialTextDto;
}
