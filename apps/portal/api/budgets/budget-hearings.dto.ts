import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { HearingDraft } from '#features/budget/hearings/call-hearing.js';
import type { HearingRow } from '#features/budget/hearings/hearing-row.js';
import type { HearingRecord } from '#features/budget/hearings/record-hearing.js';
import { IsInstant } from '../assemblies/assembly-fields.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { TextField } from '../text-field.js';
import { withOffset } from '../with-offset.js';

const MOST_REMARKS = 200;
const MOST_FILES = 20;

export class HearingDto {
  @ApiProperty({ description: 'Id of the standing commission' })
  @IsUUID()
  commission!: string;

  @IsInstant()
  startsAt!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  place!: OfficialTextDto;

  @ApiProperty({ type: OfficialTextDto, description: 'What is heard and how to take part' })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  notice!: OfficialTextDto;
}

export class HearingRemarkDto {
  @TextField(4_000)
  text?: string;

  @ApiProperty({ enum: ['kk', 'ru'] })
  @IsIn(['kk', 'ru'])
  language!: 'kk' | 'ru';

  @TextField(4_000)
  answer?: string;
}

export class HearingProtocolDto {
  @ApiProperty({ example: 42 })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  attended!: number;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  summary!: OfficialTextDto;

  @ApiProperty({ required: false, type: [HearingRemarkDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_REMARKS)
  @ValidateNested({ each: true })
  @Type(() => HearingRemarkDto)
  remarks?: HearingRemarkDto[];

  @ApiProperty({ required: false, description: 'Ids of files that were sent before' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_FILES)
  @IsUUID(undefined, { each: true })
  enclosures?: string[];
}

export function hearingOf(budgetId: string, body: HearingDto): HearingDraft {
  const { commission, startsAt, place, notice } = body;
  const call = { place: { ...place }, notice: { ...notice } };
  return { budgetId, commissionId: commission, startsAt: new Date(startsAt), ...call };
}

export function protocolOf(
  budgetId: string,
  hearingId: string,
  body: HearingProtocolDto,
): HearingRecord {
  const { attended, summary, remarks = [], enclosures = [] } = body;
  return {
    budgetId,
    hearingId,
    attended,
    summary: { ...summary },
    remarks: remarks.map(({ text = '', language, answer = '' }) => ({ text, language, answer })),
    enclosures,
  };
}

export function presentHearing({ id, commission, startsAt, place, notice, ...row }: HearingRow) {
  return {
    id,
    commission,
    startsAt: withOffset(startsAt),
    place,
    notice,
    announced: { at: withOffset(row.at), by: row.post },
    protocol: row.protocol,
  };
}
