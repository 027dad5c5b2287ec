import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { WORKS_DECISIONS, type NewWorksDecision } from '#features/budget/works/decide-on-works.js';
import { DELAY_REASONS, type DelayReason } from '#rules/implementation/milestone.js';
import { IsDay } from '../day-field.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import { MoneyField } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { WrittenText } from '../review/written-text.js';
import { TextField } from '../text-field.js';

const MOST_MONTHS = 600;
const VERDICTS = ['built', 'not-so'] as const;
const LANGUAGES = ['kk', 'ru'] as const;

export class WorksContractDto {
  @ApiProperty()
  @WrittenText(100)
  number!: string;

  @ApiProperty({ description: 'Business identification number, twelve digits' })
  @WrittenText(20)
  supplierBin!: string;

  @ApiProperty()
  @WrittenText(300)
  supplierName!: string;

  @MoneyField()
  sum!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  signedOn!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  finishBy!: string;

  @ApiProperty({ description: 'Record on the state’s procurement site' })
  @WrittenText(500)
  procurementUrl!: string;
}

/** A contract, or progress: the first milestone of works is their contract. */
export class MilestoneDto {
  @ApiProperty({ required: false, type: WorksContractDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => WorksContractDto)
  contract?: WorksContractDto;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(isProgress)
  @IsDay()
  on!: string;

  @ApiProperty({ required: false, minimum: 0, maximum: 100 })
  @ValidateIf(isProgress)
  @IsInt()
  @Min(0)
  @Max(100)
  percent!: number;

  @ValidateIf(isProgress)
  @MoneyField()
  paid!: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'When the works will be finished by now; left out, the last day stands',
  })
  @IsOptional()
  @IsDay()
  finishBy?: string;

  @ApiProperty({ enum: DELAY_REASONS, required: false, nullable: true })
  @IsOptional()
  @IsIn(DELAY_REASONS)
  delayReason?: DelayReason | null;

  @TextField(300)
  place?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsLatitude()
  latitude?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsLongitude()
  longitude?: number;

  @TextField(4_000)
  note?: string;

  @EnclosuresField()
  enclosures?: string[];
}

export class ScopeChangeDto {
  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  before!: OfficialTextDto;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  after!: OfficialTextDto;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason!: OfficialTextDto;
}

export class WorksDecisionDto {
  @ApiProperty({ enum: WORKS_DECISIONS })
  @IsIn(WORKS_DECISIONS)
  act!: NewWorksDecision['act'];

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reason!: OfficialTextDto;
}

export class AcceptanceDto {
  @ApiProperty()
  @WrittenText(100)
  actNumber!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  acceptedOn!: string;

  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(MOST_MONTHS)
  warrantyMonths!: number;

  @EnclosuresField()
  enclosures?: string[];
}

export class ResidentReportDto {
  @ApiProperty({ enum: VERDICTS })
  @IsIn(VERDICTS)
  verdict!: (typeof VERDICTS)[number];

  @TextField(4_000)
  text?: string;

  @ApiProperty({ enum: LANGUAGES, required: false, default: 'kk' })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: (typeof LANGUAGES)[number];

  @EnclosuresField()
  enclosures?: string[];
}

function isProgress({ contract }: { readonly contract?: unknown }): boolean {
  return contract === undefined || contract === null;
}
