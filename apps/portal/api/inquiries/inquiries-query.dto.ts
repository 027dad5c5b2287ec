import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import {
  INQUIRY_FILTERS,
  type InquiryFilter,
} from '#features/petitions/inquiries/inquiry.reader.js';
import { PageQueryDto } from '../page-query.dto.js';

export class InquiriesQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, enum: INQUIRY_FILTERS })
  @IsOptional()
  @IsIn(INQUIRY_FILTERS)
  state?: InquiryFilter;

  @ApiProperty({ required: false, description: 'Of the maslikhat, or of the addressee (KATO)' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  territory?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsUUID()
  deputy?: string;
}
