import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQueryDto } from '../page-query.dto.js';

export class DeputiesQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'Of the maslikhat of this unit (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false, description: 'Whose constituency has this unit (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  place?: string;
}
