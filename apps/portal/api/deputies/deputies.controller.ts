import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DeputyReader } from '#features/registry/deputies/deputy.reader.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { Access } from '#platform/http/access.js';
import { entityTagOf } from '#platform/http/entity-tag.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { DeputiesQueryDto } from './deputies-query.dto.js';
import {
  type DeputyView,
  type MaslikhatView,
  presentDeputy,
  presentMaslikhat,
  presentMaslikhatLine,
} from './deputy.presenter.js';

/** Maslikhats and their deputies, for everybody. */
@ApiTags('deputies')
@Controller('api/v1')
export class DeputiesController {
  constructor(
    private readonly deputies: DeputyReader,
    private readonly maslikhats: MaslikhatReader,
  ) {}

  @Get('deputies')
  @Access('public')
  @ApiOperation({ operationId: 'listDeputies', summary: 'Deputies in office today' })
  async list(@Query() query: DeputiesQueryDto): Promise<PageOf<DeputyView>> {
    const rows = await this.deputies.list({ ...query, limit: query.limit + 1 });
    return pageOf(rows, query.limit, { key: ({ id }) => id, present: presentDeputy });
  }

  @Get('deputies/:id')
  @Access('public')
  @ApiOperation({
    operationId: 'findDeputy',
    summary: 'A deputy: constituency, reception, commissions, yearly reports',
  })
  async find(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeputyView> {
    const deputy = await this.deputies.get(id);
    void reply.header('etag', entityTagOf(deputy.version));
    return presentDeputy(deputy);
  }

  @Get('maslikhats')
  @Access('public')
  @ApiOperation({ operationId: 'listMaslikhats', summary: 'Maslikhats, with seats and vacancies' })
  async listMaslikhats() {
    const rows = await this.maslikhats.list();
    return { items: rows.map(presentMaslikhatLine), next: null };
  }

  @Get('maslikhats/:kato')
  @Access('public')
  @ApiOperation({
    operationId: 'findMaslikhat',
    summary: 'The maslikhat of a unit: constituencies, seats taken and vacant, commissions',
  })
  async findMaslikhat(@Param('kato') kato: string): Promise<MaslikhatView> {
    return presentMaslikhat(await this.maslikhats.get(kato));
  }
}
