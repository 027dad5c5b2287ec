import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { FindingDto } from './finding.dto.js';

const MOST = 50;

export class CheckDto {
  @ApiProperty({ type: [FindingDto], description: 'Each formal criterion once' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => FindingDto)
  checklist!: FindingDto[];
}
