import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import type {
  AttendanceFields,
  PresentFields,
} from '#features/assemblies/meetings/attendance-fields.js';
import type { StayFields } from '#features/assemblies/meetings/note-stay.js';
import { WrittenText } from '../review/written-text.js';
import { instantOf, IsInstant } from './assembly-fields.js';

const MOST_PRESENT = 3_000;

export class PresentDto {
  @ApiProperty({ required: false, description: 'Seat of a delegate, or id given before' })
  @IsOptional()
  @IsUUID()
  member?: string;

  @ApiProperty({ required: false, description: 'Of those without a seat', maxLength: 200 })
  @IsOptional()
  @WrittenText(200)
  name?: string;

  @ApiProperty({ required: false, maxLength: 300 })
  @IsOptional()
  @WrittenText(300)
  residence?: string;

  @IsOptional()
  @IsInstant()
  arrivedAt?: string;

  @IsOptional()
  @IsInstant()
  leftAt?: string | null;
}

export class MeetingAttendanceDto {
  @ApiProperty({ type: [PresentDto], description: 'Also the ids of seats alone' })
  @Transform(({ value }: { value: unknown }) => seatsAlone(value))
  @IsArray()
  @ArrayMaxSize(MOST_PRESENT)
  @ValidateNested({ each: true })
  @Type(() => PresentDto)
  present!: PresentDto[];

  @ApiProperty({ type: [PresentDto], required: false, description: 'Guests: not in the quorum' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => seatsAlone(value))
  @IsArray()
  @ArrayMaxSize(MOST_PRESENT)
  @ValidateNested({ each: true })
  @Type(() => PresentDto)
  others?: PresentDto[];
}

export class StayDto {
  @ApiProperty({ description: 'Made by the sender: what is sent twice counts once' })
  @IsUUID()
  op!: string;

  @ApiProperty({ enum: ['arrived', 'left'] })
  @IsIn(['arrived', 'left'])
  move!: 'arrived' | 'left';

  @ApiProperty({ required: false })
  @IsOptional()
  @IsUUID()
  member?: string;

  @ApiProperty({ required: false, maxLength: 200 })
  @IsOptional()
  @WrittenText(200)
  name?: string;

  @ApiProperty({ required: false, maxLength: 300 })
  @IsOptional()
  @WrittenText(300)
  residence?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean()
  guest?: boolean;

  @IsInstant()
  at!: string;
}

export function attendanceOf(
  { present, others }: MeetingAttendanceDto,
  version: number | null,
): AttendanceFields {
  return { present: present.map(presentOf), others: (others ?? []).map(presentOf), version };
}

export function stayOf({ op, move, member, name, residence, guest, at }: StayDto): StayFields {
  const who = { id: member ?? null, name: name ?? null, residence: residence ?? null };
  return { op, move, ...who, isGuest: guest ?? false, at: new Date(at) };
}

function presentOf({ member, name, residence, arrivedAt, leftAt }: PresentDto): PresentFields {
  return {
    id: member ?? null,
    name: name ?? null,
    residence: residence ?? null,
    arrivedAt: instantOf(arrivedAt),
    leftAt: instantOf(leftAt),
  };
}

function seatsAlone(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((one: unknown) =>
    typeof one === 'string' ? Object.assign(new PresentDto(), { member: one }) : one,
  );
}
