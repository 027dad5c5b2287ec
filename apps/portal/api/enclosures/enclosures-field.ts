import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';

const MOST_NAMED = 50;

/** Ids of files sent before, which the act lays beside itself. */
export function EnclosuresField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      required: false,
      type: [String],
      format: 'uuid',
      description: 'Ids of files sent to /api/v1/enclosures before',
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST_NAMED),
    IsUUID(undefined, { each: true }),
  );
}
