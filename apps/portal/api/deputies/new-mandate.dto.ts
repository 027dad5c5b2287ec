import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { NewMandate } from '#features/registry/deputies/enter-mandate.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { WrittenText } from '../review/written-text.js';
import { CivilDay } from '../rulebook/rulebook-query.dto.js';
import { ReceptionDto, receptionOf } from './reception.dto.js';

const MOST_SEATS = 200;
const MOST_COMMISSIONS = 20;

export class CommissionMembershipDto {
  @ApiProperty()
  @IsUUID()
  id!: string;

  @ApiProperty()
  @IsBoolean()
  isChair!: boolean;
}

export class NewMandateDto extends ReceptionDto {
  @ApiProperty()
  @IsUUID()
  constituency!: string;

  @ApiProperty({ description: 'From 1 to the number of seats of the constituency' })
  @IsInt()
  @Min(0)
  @Max(MOST_SEATS)
  seat!: number;

  @ApiProperty({ description: 'Of a person on the roll; kept only as a keyed hash' })
  @WrittenText(20)
  iin!: string;

  @ApiProperty({ type: OfficialTextDto, required: false, description: 'Left out: no party' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  party?: OfficialTextDto | null;

  @ApiProperty({ format: 'date' })
  @CivilDay()
  from!: string;

  @ApiProperty({ type: [CommissionMembershipDto], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_COMMISSIONS)
  @ArrayUnique((membership: CommissionMembershipDto | null) => membership?.id)
  @ValidateNested({ each: true })
  @Type(() => CommissionMembershipDto)
  commissions?: CommissionMembershipDto[];
}

export function newMandateOf(convocationId: string, body: NewMandateDto): NewMandate {
  const { constituency: constituencyId, seat, iin, party, from, commissions } = body;
  return {
    ...receptionOf(body),
    convocationId,
    constituencyId,
    seat,
    iin,
    from,
    party: party ?? null,
    commissions: (commissions ?? []).map(({ id, isChair }) => ({
      id,
      isChair,
    })),
  };
}
