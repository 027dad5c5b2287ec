import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { MANDATE_END_GROUNDS, type MandateEndGround } from '#rules/registry/mandate.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { WrittenText } from '../review/written-text.js';
import { CivilDay } from '../rulebook/rulebook-query.dto.js';
import { TextField } from '../text-field.js';

export class MandateEndDto {
  @ApiProperty({ format: 'date', description: 'Last day in office' })
  @CivilDay()
  until!: string;

  @ApiProperty({ enum: MANDATE_END_GROUNDS })
  @IsIn(MANDATE_END_GROUNDS)
  ground!: MandateEndGround;

  @ApiProperty({ description: 'Kind, number and day of the act' })
  @WrittenText(400)
  act!: string;
}

export class DeputyReportDto {
  @ApiProperty()
  @IsInt()
  @Min(1990)
  @Max(2200)
  year!: number;

  @ApiProperty({ format: 'date' })
  @CivilDay()
  on!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  place!: OfficialTextDto;

  @TextField(500)
  link?: string;

  @EnclosuresField()
  enclosures?: string[];
}

export class RecallRequestDto {
  @ApiProperty({ description: 'Under which the office of the maslikhat registered it' })
  @WrittenText(60)
  number!: string;

  @ApiProperty({ format: 'date' })
  @CivilDay()
  on!: string;
}
