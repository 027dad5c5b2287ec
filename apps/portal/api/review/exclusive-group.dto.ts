import { ApiProperty } from '@nestjs/swagger';
import { MinLength, ValidateIf } from 'class-validator';
import { WrittenText } from './written-text.js';

export class ExclusiveGroupDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'abai-12-yard',
    description: 'Proposals of one group cannot be built together; null takes this one out',
  })
  @ValidateIf((_body, group) => group !== null)
  @WrittenText(60)
  @MinLength(1)
  group!: string | null;
}
