import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CORRECTABLE_FIELDS } from '#rules/participation/correction-request.js';

const MOST = 50;

export class FieldRemarkDto {
  @ApiProperty({ enum: CORRECTABLE_FIELDS })
  @IsString()
  @MaxLength(40)
  field!: string;

  @ApiProperty({ description: 'What is to be corrected, in the language of the author' })
  @IsString()
  @MaxLength(2_000)
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
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'form.not_a_date' })
  deadline?: string;
}
