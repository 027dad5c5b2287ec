import { IsOptional } from 'class-validator';
import { DayOrInstant } from './day-or-instant.js';

/** Days (the last one of a window belongs to it) or instants with offset; all may be left out. */
export class RoundCalendarDto {
  @IsOptional()
  @DayOrInstant()
  intakeFrom?: string;

  @IsOptional()
  @DayOrInstant()
  intakeUntil?: string;

  @IsOptional()
  @DayOrInstant()
  reviewUntil?: string;

  @IsOptional()
  @DayOrInstant()
  votingFrom?: string;

  @IsOptional()
  @DayOrInstant()
  votingUntil?: string;

  @IsOptional()
  @DayOrInstant()
  decisionBy?: string;
}
