import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PRESSURE_ACTS, PRESSURE_KINDS } from '#rules/integrity/pressure-report.js';
import { WrittenText } from '../review/written-text.js';

export class NewPressureReportDto {
  @ApiProperty({ description: 'KATO code of the unit' })
  @WrittenText(9)
  territory!: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The round that it is about' })
  @IsOptional()
  @IsUUID()
  round?: string;

  @ApiProperty({ enum: PRESSURE_KINDS })
  @WrittenText(40)
  kind!: string;

  @ApiProperty({ description: 'What happened; read by the auditor alone' })
  @WrittenText(8_000)
  text!: string;

  @ApiProperty({ required: false, description: 'How to reach the reporter, if she wishes it' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  contact?: string;
}

export class PressureCaseDto {
  @ApiProperty({ example: '2026-0001' })
  @WrittenText(20)
  case!: string;

  @ApiProperty({ description: 'Given once, when the report was taken' })
  @WrittenText(40)
  code!: string;
}

export class PressureActDto {
  @ApiProperty({ enum: PRESSURE_ACTS })
  @WrittenText(40)
  kind!: string;

  @ApiProperty({ description: 'What the reporter reads' })
  @WrittenText(8_000)
  words!: string;
}
