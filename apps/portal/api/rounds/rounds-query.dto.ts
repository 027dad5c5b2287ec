import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { PageQueryDto } from '../page-query.dto.js';

export class RoundsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'Rounds of this unit, above it and below it' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2199)
  year?: number;
}
