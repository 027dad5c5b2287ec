import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { BODY_KINDS, isVotingBody, type VotingBody } from '#rules/assemblies/body-kind.js';
import type { Convener } from '#rules/assemblies/convening.js';
import type { MeetingFields, NoticeFields } from '#features/assemblies/meetings/meeting-fields.js';
import { IsDay } from '../day-field.js';
import { WrittenText } from '../review/written-text.js';
import { cleanText } from '../text-field.js';
import { AgendaDto, agendaItemOf } from './agenda.dto.js';
import { BothLanguages, IsInstant, MaybeBothLanguages } from './assembly-fields.js';

const KINDS = BODY_KINDS.filter(isVotingBody);
const CONVENERS = ['akim', 'chair', 'members'] as const;
const MOST_PEOPLE = 3_000_000;
const MOST_SIGNATURES = 5_000;

export class NoticeDto {
  @IsInstant()
  publishedAt!: string;

  @ApiProperty({ type: [String], description: 'A newspaper, a board, a messenger' })
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(cleanText) : value,
  )
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  channels!: string[];

  @MaybeBothLanguages()
  text?: { kk: string; ru: string };
}

export class RequestSignatureDto {
  @ApiProperty()
  @WrittenText(200)
  name!: string;

  @ApiProperty()
  @WrittenText(300)
  residence!: string;
}

export class ConvenerDto {
  @ApiProperty({ enum: CONVENERS })
  @IsIn(CONVENERS)
  kind!: (typeof CONVENERS)[number];

  @ApiProperty({ type: [RequestSignatureDto], required: false, description: 'Of the request' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_SIGNATURES)
  @ValidateNested({ each: true })
  @Type(() => RequestSignatureDto)
  signatures?: RequestSignatureDto[];

  @ApiProperty({ required: false, description: 'Members on the day of the request' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_PEOPLE)
  members?: number;

  @ApiProperty({ required: false, format: 'date', description: 'The district akim’s decision' })
  @IsOptional()
  @IsDay()
  consentOn?: string;
}

export class NewMeetingDto extends AgendaDto {
  @ApiProperty({ description: 'KATO code' })
  @IsString()
  @MaxLength(9)
  territory!: string;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: VotingBody;

  @IsInstant()
  startsAt!: string;

  @BothLanguages()
  place!: { kk: string; ru: string };

  @ApiProperty({ type: ConvenerDto, description: 'Also `"akim"` alone' })
  @Transform(({ value }: { value: unknown }) =>
    value === 'akim' || value === 'chair'
      ? Object.assign(new ConvenerDto(), { kind: value })
      : value,
  )
  @IsDefined()
  @ValidateNested()
  @Type(() => ConvenerDto)
  convenedBy!: ConvenerDto;

  @ApiProperty({ type: NoticeDto, required: false, description: 'Left out: only planned' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NoticeDto)
  notice?: NoticeDto;

  @MaybeBothLanguages()
  part?: { kk: string; ru: string };

  @ApiProperty({ required: false, description: 'Of a gathering; left out: counted on the roll' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_PEOPLE)
  members?: number;

  @ApiProperty({ required: false, description: 'The register that says so', maxLength: 200 })
  @IsOptional()
  @WrittenText(200)
  membersSource?: string;

  @ApiProperty({ required: false, description: 'Where it can be watched' })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  broadcastUrl?: string;

  @ApiProperty({ required: false, description: 'Minutes whose decisions are discussed again' })
  @IsOptional()
  @IsUUID()
  repeatsMinutes?: string;
}

export function meetingFieldsOf(body: NewMeetingDto): MeetingFields {
  return {
    territory: body.territory,
    kind: body.kind,
    part: body.part ?? null,
    startsAt: new Date(body.startsAt),
    place: body.place,
    convener: convenerOf(body.convenedBy),
    members: body.members ?? null,
    membersSource: body.membersSource ?? null,
    agenda: body.agenda.map(agendaItemOf),
    notice: body.notice ? noticeFieldsOf(body.notice) : null,
    broadcastUrl: body.broadcastUrl ?? null,
    repeatsMinutes: body.repeatsMinutes ?? null,
  };
}

export function noticeFieldsOf({ publishedAt, channels, text }: NoticeDto): NoticeFields {
  return { publishedAt: new Date(publishedAt), channels, text: text ?? { kk: '', ru: '' } };
}

function convenerOf({ kind, signatures, members, consentOn }: ConvenerDto): Convener {
  if (kind !== 'members') return { kind };
  return {
    kind,
    signatures: signatures ?? [],
    members: members ?? 1,
    consentOn: consentOn ?? null,
  };
}
