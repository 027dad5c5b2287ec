import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { OfficialTextDto } from '../official-text.dto.js';
import { DayOrInstant } from './day-or-instant.js';

export class ExtensionDto {
  @DayOrInstant()
  @IsDefined()
  votingUntil!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason!: OfficialTextDto;
}
