import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
import { IsDefined, IsString, MaxLength, ValidateNested } from 'class-validator';
import { OfficialTextDto } from '../official-text.dto.js';
import { cleanText } from '../text-field.js';

const LONGEST_LINE = 200;

const clean = ({ value }: TransformFnParams): unknown => cleanText(value);

export class LotteryPromiseDto {
  @ApiProperty({
    type: OfficialTextDto,
    description: 'Public value of a later day, as it is named',
  })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  value!: OfficialTextDto;
}

export class PromisedDrawDto {
  @ApiProperty({ description: 'The public value exactly as it was published' })
  @Transform(clean)
  @IsString()
  @MaxLength(LONGEST_LINE)
  value!: string;

  @ApiProperty({ description: 'Where anybody finds it' })
  @Transform(clean)
  @IsString()
  @MaxLength(LONGEST_LINE)
  source!: string;

  @ApiProperty({ description: 'Number of the Expert Council’s protocol' })
  @Transform(clean)
  @IsString()
  @MaxLength(100)
  protocolNumber!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;
}
