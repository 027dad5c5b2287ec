import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AdoptLocalOverride } from '#features/registry/local-acts/adopt-local-override.js';
import { LocalOverrideReader } from '#features/registry/local-acts/local-override.reader.js';
import { LEGAL_ROWS } from '#rules/rulebook/legal-rows.js';
import { isInForceOn } from '#rules/rulebook/value-on.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { Access } from '#platform/http/access.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { type LegalRowView, presentLegalRow } from './legal-value.presenter.js';
import { NewOverrideDto } from './new-override.dto.js';
import { RulebookQueryDto } from './rulebook-query.dto.js';

/** Every legal value with its source. */
@ApiTags('rulebook')
@Controller('api/v1/rulebook')
export class RulebookController {
  constructor(
    private readonly clock: DatabaseClock,
    private readonly localActs: LocalOverrideReader,
    private readonly adoptLocalOverride: AdoptLocalOverride,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({
    operationId: 'readRulebook',
    summary: 'Legal values in force on a day, with act, point, redaction and local acts',
  })
  async read(
    @Query() query: RulebookQueryDto,
  ): Promise<{ on: string; items: LegalRowView[]; next: null }> {
    const on = query.on ?? (await this.clock.now()).today;
    const overrides = await this.localActs.listOn(on);
    const rows = LEGAL_ROWS.filter((row) => isInForceOn(row, on));
    return { on, items: rows.map((row) => presentLegalRow(row, overrides)), next: null };
  }

  @Post('overrides')
  @Access({ roles: ['officer', 'administrator'] })
  @ApiOperation({
    operationId: 'adoptLocalOverride',
    summary: 'Enter a value of a local act; it never breaks the national rule',
  })
  async adopt(
    @Body() body: NewOverrideDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    const until = body.until ?? null;
    return { id: await this.adoptLocalOverride.run(signedInOf(request)!, { ...body, until }) };
  }
}
