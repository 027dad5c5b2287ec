import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { BodyKind } from '#rules/assemblies/body-kind.js';
import type { BodyFields, MemberFields } from '#features/assemblies/bodies/body-fields.js';
import type { MemberPost } from '#features/assemblies/bodies/body-row.js';
import { IsDay } from '../day-field.js';
import { WrittenText } from '../review/written-text.js';

const POSTS = ['member', 'chair', 'secretary'] as const;
const MOST_MEMBERS = 200;

export class MemberDto {
  @ApiProperty({ required: false, description: 'Of a seat that is known; left out: a new one' })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiProperty({ description: 'Full name', maxLength: 200 })
  @WrittenText(200)
  name!: string;

  @ApiProperty({ description: 'KATO code of the settlement' })
  @IsString()
  @MaxLength(9)
  settlement!: string;

  @ApiProperty({ required: false, enum: POSTS })
  @IsOptional()
  @IsIn(POSTS)
  post?: MemberPost;

  @ApiProperty({ required: false, format: 'date', description: 'Left out: the whole term' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsDay()
  until?: string;

  @ApiProperty({ required: false, description: 'Seat that this one took over' })
  @IsOptional()
  @IsUUID()
  replaces?: string | null;

  @ApiProperty({ required: false, description: 'In the monitoring commission' })
  @IsOptional()
  @IsBoolean()
  onCommission?: boolean;

  @ApiProperty({ required: false, description: 'Lets the member sign in; kept as a keyed hash' })
  @IsOptional()
  @WrittenText(20)
  iin?: string;
}

export class BodyDto {
  @ApiProperty({ format: 'date', description: 'First day of the term' })
  @IsDay()
  from!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  until!: string;

  @ApiProperty({ type: [MemberDto] })
  @IsArray()
  @ArrayMaxSize(MOST_MEMBERS)
  @ValidateNested({ each: true })
  @Type(() => MemberDto)
  members!: MemberDto[];
}

export function bodyFieldsOf(
  body: BodyDto,
  place: { readonly territory: string; readonly kind: BodyKind; readonly version: number | null },
): BodyFields {
  const { from, until } = body;
  const members = body.members.map((member) => memberOf(member, { from, until }));
  return { ...place, from, until, members };
}

function memberOf(
  { id, name, settlement, post, from, until, replaces, onCommission, iin }: MemberDto,
  term: { readonly from: string; readonly until: string },
): MemberFields {
  return {
    id: id ?? null,
    name,
    settlement,
    post: post ?? 'member',
    from: from ?? term.from,
    until: until ?? term.until,
    replaces: replaces ?? null,
    onCommission: onCommission ?? false,
    iin: iin ?? null,
  };
}
