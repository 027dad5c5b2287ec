import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { WrittenText } from '../review/written-text.js';
import { BothLanguages, MaybeBothLanguages } from './assembly-fields.js';

const MOST_ITEMS = 1_000;

export class NewMinutesDto {
  @ApiProperty({
    required: false,
    enum: ['draft', 'to-sign'],
    description: '`to-sign`, also where left out: checked and put in the form that is signed',
  })
  @IsOptional()
  @IsIn(['draft', 'to-sign'])
  stage?: 'draft' | 'to-sign';
}

export class SignatureDto {
  @ApiProperty({ required: false, enum: ['chair', 'secretary'] })
  @IsOptional()
  @IsIn(['chair', 'secretary'])
  capacity?: 'chair' | 'secretary';

  @ApiProperty({ required: false, description: 'SHA-256 of what the signer has read' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  digest?: string;
}

export class RemarkDto {
  @ApiProperty({ required: false, description: 'Agenda item' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_ITEMS)
  item?: number | null;

  @ApiProperty({ maxLength: 4_000 })
  @WrittenText(4_000)
  text!: string;

  @ApiProperty({ enum: ['kk', 'ru'] })
  @IsIn(['kk', 'ru'])
  language!: 'kk' | 'ru';
}

export class RemarkSettlementDto {
  @ApiProperty({ enum: ['accepted', 'refused'] })
  @IsIn(['accepted', 'refused'])
  outcome!: 'accepted' | 'refused';

  @MaybeBothLanguages()
  reason?: { kk: string; ru: string };
}

export class ErratumDto {
  @ApiProperty({ required: false, description: 'Agenda item; left out: the heading or the lists' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_ITEMS)
  item?: number | null;

  @BothLanguages()
  was!: { kk: string; ru: string };

  @BothLanguages()
  becomes!: { kk: string; ru: string };

  @BothLanguages()
  reason!: { kk: string; ru: string };
}
