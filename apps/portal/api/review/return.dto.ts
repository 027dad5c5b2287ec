import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { CORRECTABLE_FIELDS } from '#rules/participation/correction-request.js';
import { CivilDay } from '../rulebook/rulebook-query.dto.js';
import { WrittenText } from './written-text.js';

const MOST = 50;

export class FieldRemarkDto {
  @ApiProperty({ enum: CORRECTABLE_FIELDS })
  @WrittenText(40)
  field!: string;

  @ApiProperty({ description: 'What is to be corrected, in the language of the author' })
  @WrittenText(2_000)
  remark!: string;
}

export class ReturnDto {
  @ApiProperty({ type: [FieldRemarkDto] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => FieldRemarkDto)
  remarks!: FieldRemarkDto[];

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'Last day; without it the earliest one that the rule allows',
  })
  @IsOptional()
  @CivilDay()
  deadline?: string;
}
