import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeginMinutes } from '#features/assemblies/minutes/begin-minutes.js';
import { CheckMinutes } from '#features/assemblies/minutes/check-minutes.js';
import { ReviseMinutes } from '#features/assemblies/minutes/revise-minutes.js';
import { SubmitMinutes } from '#features/assemblies/minutes/submit-minutes.js';
import { Access } from '#platform/http/access.js';
import { Costs } from '#platform/limits/costs.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { type PageOf, pageOf } from '../page-query.dto.js';
import { MinutesQueryDto } from './meetings-query.dto.js';
import { NewMinutesDto } from './minutes.dto.js';
import {
  type ListedMinutesView,
  type MinutesView,
  presentListedMinutes,
} from './minutes.presenter.js';
import { ShownMinutes } from './shown-minutes.js';

const SECRETARY = { roles: ['secretary'] };

/** Minutes, from the draft to the form that is signed. */
@ApiTags('assemblies')
@Controller('api/v1')
export class MinutesController {
  constructor(
    private readonly shown: ShownMinutes,
    private readonly beginMinutes: BeginMinutes,
    private readonly checkMinutes: CheckMinutes,
    private readonly submitMinutes: SubmitMinutes,
    private readonly reviseMinutes: ReviseMinutes,
  ) {}

  @Post('meetings/:id/minutes')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'beginMinutes', summary: 'Make the minutes of a meeting' })
  async begin(
    @Param('id', KnownId) meetingId: string,
    @Body() { stage }: NewMinutesDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    const id = await this.beginMinutes.run(signedInOf(request)!, meetingId);
    if (stage !== 'draft') await this.submitMinutes.run(signedInOf(request)!, id);
    return this.shown.get(id, { request, reply });
  }

  @Get('minutes')
  @Costs('search', 'q')
  @Access('public')
  @ApiOperation({ operationId: 'listMinutes', summary: 'Published minutes; search in their text' })
  async list(@Query() query: MinutesQueryDto): Promise<PageOf<ListedMinutesView>> {
    const rows = await this.shown.minutes.list(query);
    return pageOf(rows, query.limit, { key: ({ id }) => id, present: presentListedMinutes });
  }

  @Get('minutes/:id')
  @Access('public')
  @ApiOperation({ operationId: 'findMinutes', summary: 'Minutes with what followed them' })
  async find(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    return this.shown.get(id, { request, reply });
  }

  @Get('minutes/:id/check')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'checkMinutes', summary: 'What still speaks against signing' })
  async check(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    return this.checkMinutes.run(signedInOf(request)!, id);
  }

  @Post('minutes/:id/submission')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'submitMinutes', summary: 'Checked, and fixed for the signatures' })
  async submit(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    await this.submitMinutes.run(signedInOf(request)!, id);
    return this.shown.get(id, { request, reply });
  }

  @Post('minutes/:id/revision')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'reviseMinutes', summary: 'Back to a draft before the second name' })
  async revise(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    await this.reviseMinutes.run(signedInOf(request)!, id);
    return this.shown.get(id, { request, reply });
  }
}
