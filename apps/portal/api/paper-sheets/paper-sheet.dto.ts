import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { LINE_MARKS } from '#rules/petitions/paper-sheet.js';
import { WrittenText } from '../review/written-text.js';
import { TextField } from '../text-field.js';

const MOST = 50;

export class IssuedSheetsDto {
  @ApiProperty({ maximum: MOST })
  @IsInt()
  @Min(1)
  @Max(MOST)
  count!: number;
}

export class SheetLineDto {
  @ApiProperty({ enum: LINE_MARKS })
  @WrittenText(20)
  mark!: string;

  @TextField(20)
  iin?: string;
}

export class SheetEntryDto {
  @ApiProperty({ type: [SheetLineDto], description: 'Every line of the sheet, in sequence' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => SheetLineDto)
  lines!: SheetLineDto[];
}
