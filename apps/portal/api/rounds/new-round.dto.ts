import { SECRECY_MODES, type SecrecyMode } from '#rules/participation/secrecy-mode.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyField } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { BallotRuleDto } from './ballot-rule.dto.js';
import { CountingRuleDto } from './counting-rule.dto.js';
import { RoundCalendarDto } from './round-calendar.dto.js';

const KATO = /^\d{9}$/;

export class RoundPotDto {
  @ApiProperty({ example: '391000000' })
  @Matches(KATO)
  territory!: string;

  @MoneyField()
  amount!: string;
}

/** What may be said of a round; the rest comes from the rulebook of the day. */
export class RoundTermsDto {
  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title!: OfficialTextDto;

  @ApiProperty({ type: [RoundPotDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => RoundPotDto)
  pots!: RoundPotDto[];

  @ApiProperty({ required: false, type: BallotRuleDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => BallotRuleDto)
  ballot?: BallotRuleDto;

  @ApiProperty({ required: false, type: CountingRuleDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => CountingRuleDto)
  rule?: CountingRuleDto;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  minimumVotes?: number;

  @ApiProperty({ required: false, description: 'May one’s own ballot be replaced until the close' })
  @IsOptional()
  @IsBoolean()
  replacingAllowed?: boolean;

  @ApiProperty({
    required: false,
    enum: SECRECY_MODES,
    description: 'What becomes public of the ballots: fixed once the voting opens',
  })
  @IsOptional()
  @IsIn(SECRECY_MODES)
  secrecy?: SecrecyMode;

  @IsOptional()
  @MoneyField()
  costCap?: string;

  @ApiProperty({ required: false, type: RoundCalendarDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => RoundCalendarDto)
  calendar?: RoundCalendarDto;

  @ApiProperty({ required: false, description: 'The akimat’s act on a calendar of its own' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  ownCalendarAct?: string;

  @IsOptional()
  @MoneyField()
  group07Spending?: string;
}

export class NewRoundDto extends RoundTermsDto {
  @ApiProperty({ example: '391000000' })
  @Matches(KATO)
  territory!: string;

  @ApiProperty({ example: 2027 })
  @IsInt()
  @Min(2000)
  @Max(2199)
  year!: number;
}
