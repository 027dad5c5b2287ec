import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { STAND_IN } from './stand-in-identity.js';

export class NewSessionDto {
  @ApiProperty({ enum: [STAND_IN] })
  @IsIn([STAND_IN])
  provider!: typeof STAND_IN;

  @ApiProperty({ example: '850415300002', description: 'IIN of a demo person' })
  @IsString()
  @MaxLength(32)
  iin!: string;
}
