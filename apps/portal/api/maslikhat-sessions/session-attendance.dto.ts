import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import { MOST_DEPUTIES } from './named-votes.dto.js';

export class SessionAttendanceDto {
  @ApiProperty({ type: [String], description: 'Ids of the deputies who are there' })
  @IsArray()
  @ArrayMaxSize(MOST_DEPUTIES)
  @IsUUID('all', { each: true })
  present!: string[];

  @ApiProperty({ required: false, description: 'Id of the deputy in the chair' })
  @IsOptional()
  @IsUUID()
  chair?: string;
}
