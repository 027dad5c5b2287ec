import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { AdmissionTerms } from '#features/participation/expert-review/admit.js';
import { MoneyField, tiynOf } from '../money.js';
import { OfficialTextDto } from '../official-text.dto.js';

/** Without a cost the estimate's one stands, and without an estimate the author's. */
export class AdmissionDto {
  @IsOptional()
  @MoneyField()
  checkedCost?: string;

  @ApiProperty({ required: false, type: OfficialTextDto, description: 'As the ballot will say it' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title?: OfficialTextDto;
}

export function admissionTermsOf({ checkedCost, title }: AdmissionDto): AdmissionTerms {
  return {
    checkedCostTiyn: typeof checkedCost === 'string' ? tiynOf(checkedCost) : null,
    title: title ? { ...title } : null,
  };
}
