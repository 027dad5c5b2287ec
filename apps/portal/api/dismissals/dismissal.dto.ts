import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { DismissalAsked } from '#features/budget/dismissals/record-dismissal-act.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { IsDay } from '../day-field.js';
import { EnclosuresField } from '../enclosures/enclosures-field.js';
import { NamedVotesDto } from '../maslikhat-sessions/named-votes.dto.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { WrittenText } from '../review/written-text.js';

const MOST_DEPUTIES = 100;
const DECISIONS = ['dismiss', 'keep'] as const;

export const NO_TEXT: OfficialText = { kk: '', ru: '' };

/** What every act on a dismissal may say. */
export class DismissalActDto {
  @ApiProperty({ required: false, format: 'date', description: 'Day of the act; left out: today' })
  @IsOptional()
  @IsDay()
  on?: string;

  @EnclosuresField()
  enclosures?: string[];
}

export class SignedByDeputiesDto extends DismissalActDto {
  @ApiProperty({ type: [String], description: 'Ids of the deputies' })
  @IsArray()
  @ArrayMaxSize(MOST_DEPUTIES)
  @IsUUID('all', { each: true })
  deputies!: string[];
}

export class SheetsCheckDto extends SignedByDeputiesDto {
  @ApiProperty({ required: false, type: OfficialTextDto, description: 'Protocol of the check' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  protocol?: OfficialTextDto;
}

export class DismissalLapseDto extends DismissalActDto {
  @ApiProperty({ required: false, type: [String], description: 'Whose signatures are valid' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_DEPUTIES)
  @IsUUID('all', { each: true })
  deputies?: string[];

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons!: OfficialTextDto;
}

export class DismissalVoteDto {
  @ApiProperty({ description: 'Id of the session' })
  @IsUUID()
  session!: string;

  @ApiProperty({ example: '18/110-VIII', description: 'Number as free text' })
  @WrittenText(60)
  number!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;

  @ApiProperty({ type: NamedVotesDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => NamedVotesDto)
  votes!: NamedVotesDto;

  @EnclosuresField()
  enclosures?: string[];
}

export class SuperiorDecisionDto extends DismissalActDto {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  act!: (typeof DECISIONS)[number];

  @ApiProperty({ description: 'Number of the act, as it calls itself' })
  @WrittenText(60)
  number!: string;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'Needed to keep the akim' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons?: OfficialTextDto;
}

export class DismissalsQueryDto {
  @ApiProperty({ required: false, description: 'KATO code; units below it count too' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;
}

export function askedOf(
  person: SignedIn,
  dismissalId: string,
  { on, enclosures }: DismissalActDto,
): DismissalAsked {
  return { person, dismissalId, on: on ?? null, enclosures: enclosures ?? [] };
}
