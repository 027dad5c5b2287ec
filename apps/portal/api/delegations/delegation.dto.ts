import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DELEGABLE_ROLES, type DelegableRole } from '#rules/obligations/obligation-owner.js';
import { IsDay } from '../day-field.js';

export class DelegationDto {
  @ApiProperty({ enum: DELEGABLE_ROLES })
  @IsIn(DELEGABLE_ROLES)
  role!: DelegableRole;

  @ApiProperty({ description: 'KATO code of the unit that the post is held for' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({ description: 'Id of the official who stands in' })
  @IsUUID()
  to!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  from!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  until!: string;

  @ApiProperty({ description: 'The order, as it calls itself' })
  @IsString()
  @MaxLength(300)
  act!: string;
}
