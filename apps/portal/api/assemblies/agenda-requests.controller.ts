import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AgendaRequestReader } from '#features/assemblies/meetings/agenda-request.reader.js';
import { RefuseAgendaRequest } from '#features/assemblies/meetings/refuse-agenda-request.js';
import { RequestAgendaItem } from '#features/assemblies/meetings/request-agenda-item.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { presentInstant } from '../instant.js';
import { AgendaRequestDto } from './akim-answer.dto.js';
import { ReasonsDto } from './meeting-acts.dto.js';

/** Petitions that ask to be put on the agenda of an assembly. */
@ApiTags('assemblies')
@Controller('api/v1')
export class AgendaRequestsController {
  constructor(
    private readonly requests: AgendaRequestReader,
    private readonly requestItem: RequestAgendaItem,
    private readonly refuseRequest: RefuseAgendaRequest,
  ) {}

  @Post('territories/:kato/agenda-requests')
  @Costs('words')
  @Access({ roles: ['deputy'] })
  @ApiOperation({ operationId: 'requestAgendaItem', summary: 'Ask that an assembly takes it up' })
  async ask(
    @Param('kato') territory: string,
    @Body() { petition, reasons }: AgendaRequestDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    const asked = { territory, petition, reasons };
    return { id: await this.requestItem.run(signedInOf(request)!, asked) };
  }

  @Get('territories/:kato/agenda-requests')
  @Access('public')
  @ApiOperation({ operationId: 'listAgendaRequests', summary: 'Requests and what became of them' })
  async list(@Param('kato') territory: string) {
    const rows = await this.requests.listOf(territory);
    const items = rows.map(({ territoryPath: _path, askedAt, ...row }) => ({
      ...row,
      askedAt: presentInstant(askedAt),
    }));
    return { items, next: null };
  }

  @Post('agenda-requests/:id/refusal')
  @HttpCode(204)
  @Access({ roles: ['secretary'] })
  @ApiOperation({ operationId: 'refuseAgendaRequest', summary: 'Not taken up, and why' })
  async refuse(
    @Param('id', KnownId) id: string,
    @Body() { reasons }: ReasonsDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.refuseRequest.run(signedInOf(request)!, id, reasons);
  }
}
