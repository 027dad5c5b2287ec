import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { OfficialTextDto } from '../official-text.dto.js';

const LONGEST_REASON = 2_000;
const LONGEST_NUMBER = 100;

export class RepeatedTallyDto {
  @ApiProperty({ description: 'Why the round is counted again' })
  @IsString()
  @MaxLength(LONGEST_REASON)
  reason!: string;
}

class ProtocolDto {
  @ApiProperty({ description: 'Number of the Expert Council’s protocol, as it is written there' })
  @IsString()
  @MaxLength(LONGEST_NUMBER)
  protocolNumber!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;
}

export class TieDrawDto extends ProtocolDto {
  @ApiProperty({ description: 'What the public draw gave; the sequence of lots follows from it' })
  @IsString()
  @MaxLength(200)
  seed!: string;
}

export class StrikeDto {
  @ApiProperty({ description: 'Number on the ballot' })
  @IsInt()
  @Min(1)
  @Max(32_767)
  number!: number;

  @ApiProperty({ description: 'Ground of the closed list (PR pp. 76, 77, 79–81)' })
  @IsString()
  @MaxLength(60)
  ground!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;
}

export class ResultDecisionDto extends ProtocolDto {
  @ApiProperty({ required: false, type: [StrikeDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => StrikeDto)
  strikes?: StrikeDto[];
}
