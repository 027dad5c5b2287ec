import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { Access } from '#platform/http/access.js';
import { IntegrityAnswers } from './integrity-answers.js';
import { Costs } from '#platform/limits/costs.js';
import { type IntegrityView, presentIntegrity } from './integrity.presenter.js';

/** What stands out in a voting, by thresholds that are public before it. */
@ApiTags('results')
@Controller('api/v1/rounds/:id/integrity')
export class IntegrityController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly answers: IntegrityAnswers,
  ) {}

  @Get()
  @Costs('statistics')
  @Access('public')
  @ApiOperation({ operationId: 'findIntegrityReport', summary: 'What stood out in the voting' })
  async find(@Param('id') id: string): Promise<IntegrityView> {
    return presentIntegrity(await this.answers.partsOf(await this.rounds.getPublic(id)));
  }
}
