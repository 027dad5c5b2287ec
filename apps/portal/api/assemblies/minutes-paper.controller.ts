import { Controller, Get, Header, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MinutesReader } from '#features/assemblies/minutes/minutes.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { paperPdf } from '#platform/paper/paper-pdf.js';
import { Views } from '#platform/views/views.js';
import { Costs } from '#platform/limits/costs.js';
import { minutesPaper } from '../../papers/minutes-paper.js';

/** The printable protocol, in Kazakh or Russian. */
@ApiTags('assemblies')
@Controller('api/v1/minutes')
export class MinutesPaperController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly minutes: MinutesReader,
    private readonly views: Views,
  ) {}

  @Get(':id.pdf')
  @Costs('export')
  @Access('public')
  @Header('content-type', 'application/pdf')
  @ApiOperation({ operationId: 'printMinutes', summary: 'Minutes as PDF; ?lang=kk or ru' })
  async print(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Query('lang') wished?: string,
  ): Promise<Buffer> {
    const minutes = await this.minutes.getFor(signedInOf(request), id);
    const { document } = minutes;
    if (document === null) throw new DomainError('not-found', 'minutes.not_found');
    const lang = wished === 'ru' ? 'ru' : 'kk';
    const origin = this.config.publicOrigin ?? `http://${request.host}`;
    const printed = { ...minutes, document, address: `${origin}/${lang}/minutes/${id}` };
    return paperPdf(minutesPaper(printed, this.views.wording(lang)));
  }
}
