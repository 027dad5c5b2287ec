import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import type { CouncilRecord } from '#features/participation/expert-review/record-council-decision.js';
import { FindingDto, findingsOf } from './finding.dto.js';
import { WrittenText } from './written-text.js';

const SIDES = ['for', 'against', 'abstained'] as const;
const MOST = 200;

export class CouncilVoteDto {
  @ApiProperty({ description: 'Id of a member of the Expert Council' })
  @IsUUID()
  expert!: string;

  @ApiProperty({ enum: SIDES })
  @IsIn(SIDES)
  vote!: (typeof SIDES)[number];

  @ApiProperty({ required: false, description: 'A conflict of interest: the member abstains' })
  @IsOptional()
  @IsBoolean()
  conflict?: boolean;
}

export class CouncilDecisionDto {
  @ApiProperty({ description: 'Free text, as the Council numbers its protocols' })
  @WrittenText(60)
  protocolNumber!: string;

  @ApiProperty({ type: [CouncilVoteDto] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => CouncilVoteDto)
  votes!: CouncilVoteDto[];

  @ApiProperty({ required: false, type: [FindingDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => FindingDto)
  checklist?: FindingDto[];
}

export function councilRecordOf(body: CouncilDecisionDto): CouncilRecord {
  return {
    protocolNumber: body.protocolNumber,
    votes: body.votes.map(({ expert, vote, conflict }) => ({
      memberId: expert.toLowerCase(),
      vote,
      hasConflict: conflict ?? false,
    })),
    findings: findingsOf(body.checklist ?? []),
  };
}
