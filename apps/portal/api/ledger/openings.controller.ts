import { Readable } from 'node:stream';
import { Controller, Get, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { openingLine } from '#rules/ledger/opening.js';
import { ReadOpenings } from '#features/proof/openings/read-openings.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';

/** Ballots opened after the close. */
@ApiTags('ledger')
@Controller('api/v1/rounds/:id')
export class OpeningsController {
  constructor(private readonly reading: ReadOpenings) {}

  @Get('openings.jsonl')
  @Costs('export')
  @Access('public')
  @ApiProduces('application/jsonl')
  @ApiOperation({
    operationId: 'readOpenings',
    summary: 'Ballots with their entries and salts; to an auditor alone where the round is secret',
  })
  async read(@Param('id') id: string, @Req() request: FastifyRequest): Promise<StreamableFile> {
    const openings = await this.reading.run(id, signedInOf(request) ?? null);
    const lines = Readable.from(openings.map(openingLine));
    const disposition = `attachment; filename="openings-${id}.jsonl"`;
    return new StreamableFile(lines, { type: 'application/jsonl', disposition });
  }
}
