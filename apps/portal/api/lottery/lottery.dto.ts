import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsString, MaxLength, ValidateNested } from 'class-validator';
import { OfficialTextDto } from '../official-text.dto.js';

const LONGEST_LINE = 200;

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
  @IsString()
  @MaxLength(LONGEST_LINE)
  value!: string;

  @ApiProperty({ description: 'Where anybody finds it' })
  @IsString()
  @MaxLength(LONGEST_LINE)
  source!: string;

  @ApiProperty({ description: 'Number of the Expert Council’s protocol' })
  @IsString()
  @MaxLength(100)
  protocolNumber!: string;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  text!: OfficialTextDto;
}
