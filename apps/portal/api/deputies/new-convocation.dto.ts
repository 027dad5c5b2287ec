import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type {
  NewConstituency,
  NewConvocation,
} from '#features/registry/deputies/open-convocation.js';
import { CONSTITUENCY_KINDS, type ConstituencyKind } from '#rules/registry/convocation.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { WrittenText } from '../review/written-text.js';
import { CivilDay } from '../rulebook/rulebook-query.dto.js';

const MOST = 200;

export class ConstituencyPartDto {
  @ApiProperty({ description: 'KATO code' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({
    type: OfficialTextDto,
    required: false,
    description: 'Streets, where only a part',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  part?: OfficialTextDto | null;
}

export class ConstituencyDto {
  @ApiProperty()
  @IsInt()
  @Min(1)
  @Max(MOST)
  number!: number;

  @ApiProperty({ enum: CONSTITUENCY_KINDS })
  @IsIn(CONSTITUENCY_KINDS)
  kind!: ConstituencyKind;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  name!: OfficialTextDto;

  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(MOST)
  seats!: number;

  @ApiProperty({ type: [ConstituencyPartDto] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => ConstituencyPartDto)
  territories!: ConstituencyPartDto[];
}

export class NewConvocationDto {
  @ApiProperty({ description: 'KATO code of the unit whose maslikhat it is' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({ example: 'VIII' })
  @WrittenText(20)
  number!: string;

  @ApiProperty({ format: 'date' })
  @CivilDay()
  from!: string;

  @ApiProperty({ format: 'date' })
  @CivilDay()
  until!: string;

  @ApiProperty({ type: [ConstituencyDto] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => ConstituencyDto)
  constituencies!: ConstituencyDto[];

  @ApiProperty({ type: [OfficialTextDto], description: 'Standing commissions' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => OfficialTextDto)
  commissions!: OfficialTextDto[];
}

export function newConvocationOf(body: NewConvocationDto): NewConvocation {
  const { territory, number, from, until, commissions } = body;
  const constituencies = body.constituencies.map(newConstituencyOf);
  return { territory, number, from, until, constituencies, commissions };
}

function newConstituencyOf({ territories, ...constituency }: ConstituencyDto): NewConstituency {
  const parts = territories.map(({ territory, part }) => ({ territory, part: part ?? null }));
  return { ...constituency, territories: parts };
}
