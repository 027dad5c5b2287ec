import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { LARGEST_SEED } from '#rules/participation/seeded-shuffle.js';
import {
  PROJECT_SEQUENCES,
  type ProjectSequence,
} from '#features/participation/proposals/project.reader.js';
import { CSV_KINDS, type CsvKind } from '../csv-table.js';
import { MoneyField } from '../money.js';
import { PageQueryDto } from '../page-query.dto.js';

export class ProjectsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, enum: CSV_KINDS, description: 'For the table only' })
  @IsOptional()
  @IsIn(CSV_KINDS)
  kind: CsvKind = 'plain';

  @ApiProperty({ required: false, enum: PROJECT_SEQUENCES, default: 'number' })
  @IsOptional()
  @IsIn(PROJECT_SEQUENCES)
  order: ProjectSequence = 'number';

  @ApiProperty({ required: false, description: 'Decides the random order; chosen when left out' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(LARGEST_SEED)
  seed?: number;

  @ApiProperty({ required: false, example: 'greening' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z-]{1,60}$/)
  category?: string;

  @ApiProperty({ required: false, example: '391000000' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @IsOptional()
  @MoneyField()
  maxCost?: string;

  @ApiProperty({ required: false, description: 'Looked for in any alphabet' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
