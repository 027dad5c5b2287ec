import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQueryDto } from '../page-query.dto.js';
import { CivilDay } from '../rulebook/rulebook-query.dto.js';

export class AuditQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'Acts in this unit and below it' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false, example: 'round.set_up' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  act?: string;

  @ApiProperty({ required: false, example: 'round' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  objectKind?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  objectId?: string;

  @ApiProperty({ required: false, example: '2027-01-15' })
  @IsOptional()
  @CivilDay()
  from?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @CivilDay()
  until?: string;
}
