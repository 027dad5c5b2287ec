import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { OfficialTextDto } from '../official-text.dto.js';

export class NewsDto {
  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  title!: OfficialTextDto;

  @ApiProperty({ type: OfficialTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  body!: OfficialTextDto;
}

export class SessionRequestDto {
  @ApiProperty({ type: OfficialTextDto, description: 'What the session is asked to decide' })
  @IsDefined()
  @ValidateNested()
  @Type(() => OfficialTextDto)
  proposal!: OfficialTextDto;
}
