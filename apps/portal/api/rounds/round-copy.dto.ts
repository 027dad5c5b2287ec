import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';

export class RoundCopyDto {
  @ApiProperty({ example: 2028 })
  @IsInt()
  @Min(2000)
  @Max(2199)
  year!: number;
}
