import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { DISCREPANCY_KINDS, type DiscrepancyKind } from '#rules/implementation/discrepancy-kind.js';
import { PageQueryDto } from '../page-query.dto.js';

export class DiscrepanciesQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'Of this unit and every unit below it (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false, enum: DISCREPANCY_KINDS })
  @IsOptional()
  @IsIn(DISCREPANCY_KINDS)
  kind?: DiscrepancyKind;
}
