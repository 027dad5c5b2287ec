import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MONEY_SOURCES, type MoneySource } from '#rules/budgets/budget-amendment.js';
import type { CommissionOpinionDraft } from '#features/budget/local-budgets/give-opinion.js';
import { parseTenge } from '#rules/kernel/money.js';
import type { ProposedAmendment } from '#features/budget/local-budgets/propose-amendment.js';
import { MoneyField, tiynOf } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { TextField } from '../text-field.js';

const MOST = 200;
const NAMED_SOURCES = MONEY_SOURCES.filter((kind) => kind !== 'cut');

export class LineChangeDto {
  @ApiProperty({ example: 3, description: 'Number of the line' })
  @IsInt()
  @Min(1)
  @Max(100_000)
  line!: number;

  @ApiProperty({ example: '-1500000', description: 'Tenge more, or less with a minus' })
  @IsString()
  @Matches(/^-?\d{1,13}(?:\.\d{1,2})?$/, { message: 'form.not_a_sum' })
  change!: string;
}

export class MoneySourceDto {
  @ApiProperty({ enum: NAMED_SOURCES })
  @IsIn(NAMED_SOURCES)
  kind!: MoneySource['kind'];

  @ApiProperty({ description: 'What it is called' })
  @IsString()
  @MaxLength(400)
  name!: string;

  @MoneyField()
  amount!: string;
}

/** A change in writing: with a calculation, and a cut or a named source that pays for it. */
export class AmendmentDto {
  @ApiProperty({ type: [LineChangeDto] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => LineChangeDto)
  changes!: LineChangeDto[];

  @ApiProperty({ required: false, type: [MoneySourceDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => MoneySourceDto)
  sources?: MoneySourceDto[];

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  justification!: OfficialTextDto;

  @TextField(4_000)
  calculation?: string;

  @IsOptional()
  @MoneyField()
  revenueFall?: string;
}

export class AkimConclusionDto {
  @ApiProperty()
  @IsBoolean()
  agrees!: boolean;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'Needed where one refuses' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons?: OfficialTextDto;
}

export class CommissionVoteDto {
  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(100)
  present!: number;

  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(100)
  for!: number;

  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(100)
  against!: number;

  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(100)
  abstained!: number;
}

export class OpinionDto {
  @ApiProperty({ description: 'Id of the standing commission' })
  @IsUUID()
  commission!: string;

  @ApiProperty({ required: false, description: 'Number of the line; without it the whole draft' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  line?: number;

  @ApiProperty({ required: false, description: 'Id of an amendment, in place of a line' })
  @IsOptional()
  @IsUUID()
  amendment?: string;

  @ApiProperty({ type: CommissionVoteDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => CommissionVoteDto)
  votes!: CommissionVoteDto;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons!: OfficialTextDto;

  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  minorityView?: OfficialTextDto;
}

export function amendmentOf(body: AmendmentDto): ProposedAmendment {
  const { changes, sources = [], justification, calculation = '', revenueFall } = body;
  return {
    changes: changes.map(({ line, change }) => ({ line, changeTiyn: signedTiynOf(change) })),
    sources: sources.map(({ kind, name, amount }) => ({ kind, name, amountTiyn: tiynOf(amount) })),
    justification: { kk: justification.kk, ru: justification.ru },
    calculation,
    revenueFallTiyn: revenueFall === undefined ? 0n : tiynOf(revenueFall),
  };
}

export function opinionOf(budgetId: string, body: OpinionDto): CommissionOpinionDraft {
  const { commission, line, amendment, votes, reasons, minorityView } = body;
  return {
    budgetId,
    commissionId: commission,
    line: line ?? null,
    amendmentId: amendment ?? null,
    vote: votes,
    reasons,
    minorityView: minorityView ?? null,
  };
}

function signedTiynOf(text: string): bigint {
  const size = parseTenge(text.replace('-', '')) ?? 0n;
  return text.startsWith('-') ? -size : size;
}
