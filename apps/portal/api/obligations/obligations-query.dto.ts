import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { OBLIGATION_KINDS, type ObligationKind } from '#rules/obligations/obligation-kind.js';
import { OBLIGATION_STATES, type ObligationState } from '#rules/obligations/obligation-state.js';
import { PageQueryDto } from '../page-query.dto.js';

export class ObligationsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, description: 'Of this unit and every unit below it (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false, enum: OBLIGATION_STATES })
  @IsOptional()
  @IsIn(OBLIGATION_STATES)
  state?: ObligationState;

  @ApiProperty({ required: false, enum: OBLIGATION_KINDS })
  @IsOptional()
  @IsIn(OBLIGATION_KINDS)
  kind?: ObligationKind;
}

export class ObligationFiguresQueryDto {
  @ApiProperty({ required: false, description: 'Of this unit and every unit below it (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;
}
