import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DELAY_REASONS, type DelayReason } from '#rules/implementation/milestone.js';
import { IsDay } from '../day-field.js';
import { MoneyField } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { TextField } from '../text-field.js';

const MOST_PHOTOS = 10;

export class ContractDto {
  @ApiProperty()
  @IsString()
  @MaxLength(100)
  number!: string;

  @ApiProperty({ example: '990340000004' })
  @IsString()
  @MaxLength(20)
  supplierBin!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(300)
  supplierName!: string;

  @MoneyField()
  sum!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  signedOn!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  finishBy!: string;

  @ApiProperty({ description: 'The record on the state’s procurement site' })
  @IsString()
  @MaxLength(500)
  procurementUrl!: string;
}

export class PhotosDto {
  @ApiProperty({ required: false, type: [String], description: 'Addresses of pictures' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_PHOTOS)
  @IsUrl({ protocols: ['https'], require_protocol: true }, { each: true })
  @MaxLength(500, { each: true })
  photos?: string[];
}

/** A contract, or progress: the first milestone of works is their contract. */
export class MilestoneDto extends PhotosDto {
  @ApiProperty({ required: false, type: ContractDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContractDto)
  contract?: ContractDto;

  @ApiProperty({ required: false, format: 'date' })
  @ValidateIf(isProgress)
  @IsDay()
  on!: string;

  @ApiProperty({ required: false, minimum: 0, maximum: 100 })
  @ValidateIf(isProgress)
  @IsInt()
  @Min(-1_000)
  @Max(1_000)
  percent!: number;

  @ValidateIf(isProgress)
  @MoneyField()
  paid!: string;

  @ApiProperty({ required: false, format: 'date', description: 'A new last day' })
  @IsOptional()
  @IsDay()
  finishBy?: string;

  @ApiProperty({ required: false, enum: DELAY_REASONS })
  @IsOptional()
  @IsIn(DELAY_REASONS)
  delayReason?: DelayReason;

  @TextField(2_000)
  note?: string;
}

export class AcceptanceDto extends PhotosDto {
  @ApiProperty()
  @IsString()
  @MaxLength(100)
  actNumber!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  acceptedOn!: string;

  @ApiProperty({ example: 24 })
  @IsInt()
  @Min(0)
  @Max(600)
  warrantyMonths!: number;
}

export class ResidentReportDto extends PhotosDto {
  @ApiProperty({ enum: ['built', 'not-so'] })
  @IsIn(['built', 'not-so'])
  verdict!: 'built' | 'not-so';

  @TextField(2_000)
  text?: string;
}

export class ProgressReportDto {
  @ApiProperty({ format: 'date', description: 'First day of the quarter' })
  @IsDay()
  periodFrom!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;
}

function isProgress({ contract }: { readonly contract?: unknown }): boolean {
  return contract === undefined || contract === null;
}
