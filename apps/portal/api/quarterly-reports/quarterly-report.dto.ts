import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { IsDay } from '../day-field.js';
import { OfficialTextDto } from '../official-text.dto.js';

export class QuarterlyReportDto {
  @ApiProperty({ format: 'date', description: 'First day of the quarter' })
  @IsDay()
  quarter!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;
}
