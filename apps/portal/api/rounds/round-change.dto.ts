import { PartialType } from '@nestjs/swagger';
import { RoundTermsDto } from './new-round.dto.js';

/** What is to be different in a round; what is left out stays. */
export class RoundChangeDto extends PartialType(RoundTermsDto) {}
