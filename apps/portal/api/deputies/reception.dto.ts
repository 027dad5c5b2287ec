import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { Reception } from '#features/registry/deputies/enter-mandate.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { TextField } from '../text-field.js';

/** How residents reach a deputy. */
export class ReceptionDto {
  @TextField(40)
  phone?: string;

  @TextField(200)
  email?: string;

  @ApiProperty({ type: OfficialTextDto, required: false, description: 'Where and when' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reception?: OfficialTextDto | null;
}

export function receptionOf({ phone, email, reception }: ReceptionDto): Reception {
  return { phone: phone || null, email: email || null, reception: reception ?? null };
}
