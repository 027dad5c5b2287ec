import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { INTEGRITY_SIGNALS, type IntegritySignal } from '#rules/integrity/integrity-report.js';
import type { BatchOfFinding } from '#rules/integrity/quarantine.js';
import { OfficialTextDto } from '../official-text.dto.js';

/** The finding of the integrity report that a batch is made of. */
export class FindingDto {
  @ApiProperty({ enum: INTEGRITY_SIGNALS })
  @IsIn(INTEGRITY_SIGNALS)
  signal!: IntegritySignal;

  @ApiProperty({ required: false, description: 'KATO or year of birth, where the finding has one' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  where?: string;
}

export class SetAsideMotionDto extends FindingDto {
  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason!: OfficialTextDto;
}

export class ReleaseMotionDto {
  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason!: OfficialTextDto;
}

export class MotionDecisionDto {
  @ApiProperty()
  @IsBoolean()
  confirmed!: boolean;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;
}

/** `batchOf({ signal: 'night' }) // → { signal: 'night', where: null }` */
export function batchOf({ signal, where }: FindingDto): BatchOfFinding {
  return { signal, where: where ?? null };
}
