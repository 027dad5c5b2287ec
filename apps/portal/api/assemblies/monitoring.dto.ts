import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { IsDay } from '../day-field.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import type { OfficialTextDto } from '../official-text.dto.js';
import { BothLanguages } from './assembly-fields.js';

const MOST_MEMBERS = 60;

export class MonitoringReportDto {
  @ApiProperty({ format: 'date', description: 'Any day of the half-year that it covers' })
  @IsDay()
  period!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  signedOn!: string;

  @ApiProperty({ type: [String], description: 'Ids of the seats of those who signed' })
  @IsArray()
  @ArrayMaxSize(MOST_MEMBERS)
  @IsUUID('all', { each: true })
  signedBy!: string[];

  @BothLanguages()
  findings!: OfficialTextDto;

  @BothLanguages()
  recommendations!: OfficialTextDto;

  @EnclosuresField()
  enclosures?: string[];
}
