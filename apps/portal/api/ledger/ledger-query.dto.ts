import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const MOST = Number.MAX_SAFE_INTEGER;

/** Entries `from` … `to − 1`. */
export class LeavesQueryDto {
  @ApiProperty({ example: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST)
  from!: number;

  @ApiProperty({ example: 100, description: 'The first entry that is not asked for' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST)
  to!: number;
}

/** Which entry of a log of which size. */
export class InclusionQueryDto {
  @ApiProperty({ example: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST)
  index!: number;

  @ApiProperty({ example: 100, description: 'Size of the log, as a checkpoint has it' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  size!: number;
}

/** From which size of the log to which. */
export class ConsistencyQueryDto {
  @ApiProperty({ example: 50, description: 'Size in the older checkpoint' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  from!: number;

  @ApiProperty({ example: 100, description: 'Size in the newer checkpoint' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  to!: number;
}
