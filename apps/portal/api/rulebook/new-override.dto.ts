import { ApiProperty } from '@nestjs/swagger';
import {
  IsDefined,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  registerDecorator,
} from 'class-validator';
import { CivilDay } from './rulebook-query.dto.js';

export class NewOverrideDto {
  @ApiProperty({ example: '391000000' })
  @Matches(/^\d{9}$/)
  territory!: string;

  @ApiProperty({ example: 'participation.projects-per-ballot' })
  @IsString()
  @MaxLength(100)
  key!: string;

  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }], example: 3 })
  @IsDefined()
  @NumberOrText()
  value!: number | string;

  @ApiProperty({ example: '2027-01-01' })
  @CivilDay()
  from!: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @CivilDay()
  until?: string;

  @ApiProperty({ description: 'Kind, number and day of the local act' })
  @IsString()
  @MaxLength(300)
  act!: string;
}

function NumberOrText(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isNumberOrText',
      target: target.constructor,
      propertyName: String(property),
      options: { message: 'form.invalid' },
      validator: {
        validate: (value: unknown) =>
          Number.isSafeInteger(value) || (typeof value === 'string' && value.length <= 20),
      },
    });
}
