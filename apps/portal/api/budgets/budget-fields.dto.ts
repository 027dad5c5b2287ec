import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
import { FUNDING_KINDS, type BudgetSums, type FundingKind } from '#rules/budgets/budget-draft.js';
import { AKIMS_OFFICE, MOST_TABLE_LINES } from '#rules/budgets/line-table.js';
import { ORIGIN_KINDS, type OriginKind } from '#rules/budgets/line-origin.js';
import type { NewLine } from '#features/budget/local-budgets/add-lines.js';
import type { LineEdit } from '#features/budget/local-budgets/change-line.js';
import { IsDay } from '../day-field.js';
import { MoneyField, tiynOf } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { cleanText } from '../text-field.js';

export class BudgetSumsDto {
  @IsOptional()
  @MoneyField()
  revenues?: string;

  @IsOptional()
  @MoneyField()
  transfers?: string;

  @IsOptional()
  @MoneyField()
  netLending?: string;

  @IsOptional()
  @MoneyField()
  financialAssets?: string;

  @IsOptional()
  @MoneyField()
  financing?: string;
}

export class NewBudgetDto extends BudgetSumsDto {
  @ApiProperty({ example: '391230100', description: 'KATO code of the unit whose budget it is' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({ example: 2027 })
  @IsInt()
  @Min(2000)
  @Max(2199)
  year!: number;
}

export class BudgetChangeDto extends BudgetSumsDto {
  @ApiProperty({ required: false, format: 'date', description: 'Day of the higher act' })
  @IsOptional()
  @IsDay()
  higherSignedOn?: string;
}

export class LineOriginDto {
  @ApiProperty({ enum: ORIGIN_KINDS })
  @IsIn(ORIGIN_KINDS)
  kind!: OriginKind;

  @ApiProperty({ required: false, description: 'Id or number of the record behind the line' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  id?: string;
}

export class BudgetLineDto {
  @ApiProperty({ type: OfficialTextDto, description: 'One text alone stands for both languages' })
  @Transform(({ value }: { value: unknown }) => bothLanguages(value))
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title!: OfficialTextDto;

  @ApiProperty({ example: '07' })
  @IsString()
  @MaxLength(10)
  functionalGroup!: string;

  @ApiProperty({ example: '015' })
  @IsString()
  @MaxLength(10)
  programme!: string;

  @ApiProperty({ required: false, example: '124', description: 'Administrator of the programme' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  administrator?: string;

  @MoneyField()
  amount!: string;

  @ApiProperty({ required: false, enum: FUNDING_KINDS, default: 'own' })
  @IsOptional()
  @IsIn(FUNDING_KINDS)
  funding?: FundingKind;

  @ApiProperty({ type: LineOriginDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => LineOriginDto)
  origin!: LineOriginDto;
}

/** A line as it should be; what is left out stays. */
export class LineChangesDto {
  @ApiProperty({ required: false, type: OfficialTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title?: OfficialTextDto;

  @ApiProperty({ required: false, example: '07' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  functionalGroup?: string;

  @ApiProperty({ required: false, example: '015' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  programme?: string;

  @ApiProperty({ required: false, example: '124' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  administrator?: string;

  @IsOptional()
  @MoneyField()
  amount?: string;

  @ApiProperty({ required: false, enum: FUNDING_KINDS })
  @IsOptional()
  @IsIn(FUNDING_KINDS)
  funding?: FundingKind;
}

/** One line, or `lines` for many at once. */
export class BudgetLinesDto {
  @ApiProperty({ type: [BudgetLineDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TABLE_LINES)
  @ValidateNested({ each: true })
  @Type(() => BudgetLineDto)
  lines!: BudgetLineDto[];
}

export class AgreementDto {
  @ApiProperty({ description: 'Id of the signed minutes' })
  @IsUUID()
  minutes!: string;

  @ApiProperty({ example: 2, description: 'Number of the item that agreed the draft' })
  @IsInt()
  @Min(1)
  @Max(1_000)
  item!: number;
}

const NOTHING: BudgetSums = {
  revenuesTiyn: 0n,
  transfersTiyn: 0n,
  netLendingTiyn: 0n,
  financialAssetsTiyn: 0n,
  financingTiyn: 0n,
};

/** Only the sums that were written. */
export function writtenSums(body: BudgetSumsDto): Partial<BudgetSums> {
  const { revenues, transfers, netLending, financialAssets, financing } = body;
  return {
    ...(revenues === undefined ? {} : { revenuesTiyn: tiynOf(revenues) }),
    ...(transfers === undefined ? {} : { transfersTiyn: tiynOf(transfers) }),
    ...(netLending === undefined ? {} : { netLendingTiyn: tiynOf(netLending) }),
    ...(financialAssets === undefined ? {} : { financialAssetsTiyn: tiynOf(financialAssets) }),
    ...(financing === undefined ? {} : { financingTiyn: tiynOf(financing) }),
  };
}

export function wholeSums(body: BudgetSumsDto): BudgetSums {
  return { ...NOTHING, ...writtenSums(body) };
}

export function newLineOf(line: BudgetLineDto): NewLine {
  const { title, functionalGroup, programme, administrator = AKIMS_OFFICE, origin } = line;
  return {
    title: { kk: title.kk, ru: title.ru },
    functionalGroup,
    programme,
    administrator,
    amountTiyn: tiynOf(line.amount),
    funding: line.funding ?? 'own',
    origin: { kind: origin.kind, id: origin.id ?? null },
  };
}

export function lineChangesOf({ title, amount, ...rest }: LineChangesDto): LineEdit['changes'] {
  const written = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(written) as Omit<LineEdit['changes'], 'title' | 'amountTiyn'>),
    ...(title === undefined ? {} : { title: { kk: title.kk, ru: title.ru } }),
    ...(amount === undefined ? {} : { amountTiyn: tiynOf(amount) }),
  };
}

function bothLanguages(value: unknown): unknown {
  const text = cleanText(value);
  return typeof text === 'string' ? { kk: text, ru: text } : value;
}
