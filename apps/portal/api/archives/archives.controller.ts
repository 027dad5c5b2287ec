import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { ArchiveReader } from '#features/proof/archives/archive.reader.js';
import { Access } from '#platform/http/access.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Costs } from '#platform/limits/costs.js';
import { sendArchive } from './archive-answer.js';

/** Everything that somebody needs to check a round without us, in one file that never changes. */
@ApiTags('results')
@Controller('api/v1/rounds/:id')
export class ArchivesController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly archives: ArchiveReader,
  ) {}

  @Get('archive.zip')
  @Costs('export')
  @Access('public')
  @ApiProduces('application/zip')
  @ApiOperation({
    operationId: 'downloadArchive',
    summary:
      'Ballots, rule, result, receipts and ledger of a published round; the same bytes for ever',
  })
  async download(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const round = await this.rounds.getPublic(id);
    const archive = await this.archives.find(round.id);
    if (!archive) throw new DomainError('not-found', 'archive.not_made');
    await sendArchive({ archive, archives: this.archives, year: round.year }, request, reply);
  }
}
