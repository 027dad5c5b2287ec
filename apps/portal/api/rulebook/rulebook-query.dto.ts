import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, registerDecorator } from 'class-validator';
import { isCivilDate } from '#rules/kernel/civil-date.js';

/** A day that exists, `YYYY-MM-DD`. */
export function CivilDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isCivilDay',
      target: target.constructor,
      propertyName: String(property),
      options: { message: 'form.not_a_date' },
      validator: { validate: (value: unknown) => typeof value === 'string' && isCivilDate(value) },
    });
}

export class RulebookQueryDto {
  @ApiProperty({ required: false, example: '2026-11-21', description: 'Today, where left out' })
  @IsOptional()
  @CivilDay()
  on?: string;
}
