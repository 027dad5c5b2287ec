import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength, ValidateIf } from 'class-validator';

export class ExclusiveGroupDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'abai-12-yard',
    description: 'Proposals of one group cannot be built together; null takes this one out',
  })
  @ValidateIf((_body, group) => group !== null)
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  group!: string | null;
}
