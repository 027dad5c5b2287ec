import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, ValidateNested } from 'class-validator';
import type { ReExamination } from '#features/participation/expert-review/decide-appeal.js';
import { OfficialTextDto } from '../official-text.dto.js';
import { AdmissionDto, admissionTermsOf } from './admission.dto.js';
import { WrittenText } from './written-text.js';

const DECISIONS = ['admitted', 'refused'] as const;

export class AppealDto {
  @ApiProperty({ description: "The author's remarks on the refusal" })
  @WrittenText(4_000)
  remarks!: string;
}

export class AppealDecisionDto extends AdmissionDto {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: (typeof DECISIONS)[number];

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  reasons!: OfficialTextDto;
}

export function reExaminationOf(body: AppealDecisionDto): ReExamination {
  const { decision, reasons } = body;
  return { ...admissionTermsOf(body), decision, reasons: { ...reasons } };
}
