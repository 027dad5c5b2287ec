import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const USUAL = 50;
const MOST = 200;

/** Which part of a list: so many after a place. */
export class PageQueryDto {
  @ApiProperty({ required: false, default: USUAL, maximum: MOST })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit: number = USUAL;

  @ApiProperty({ required: false, description: '`next` of the part before' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  after?: string;
}

export interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** One row more than asked for tells whether there is a next part. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  { key, present }: { key: (row: Row) => string; present: (row: Row) => View },
): PageOf<View> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(present),
    next: rows.length > limit && last !== undefined ? key(last) : null,
  };
}
