import { Body, Controller, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskForRemarks } from '#features/assemblies/minutes/ask-for-remarks.js';
import { MakeRemark } from '#features/assemblies/minutes/make-remark.js';
import { SettleRemark } from '#features/assemblies/minutes/settle-remark.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { RemarkDto, RemarkSettlementDto } from './minutes.dto.js';
import type { MinutesView } from './minutes.presenter.js';
import { ShownMinutes } from './shown-minutes.js';

/** Remarks of members on draft minutes. */
@ApiTags('assemblies')
@Controller('api/v1/minutes/:id')
export class MinutesRemarksController {
  constructor(
    private readonly shown: ShownMinutes,
    private readonly askForRemarks: AskForRemarks,
    private readonly makeRemark: MakeRemark,
    private readonly settleRemark: SettleRemark,
  ) {}

  @Post('showing')
  @HttpCode(200)
  @Access({ roles: ['secretary'] })
  @ApiOperation({ operationId: 'askForRemarks', summary: 'Show the draft to the members' })
  async ask(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    await this.askForRemarks.run(signedInOf(request)!, id);
    return this.shown.get(id, { request, reply });
  }

  @Post('remarks')
  @Costs('words')
  @Access('signed-in')
  @ApiOperation({ operationId: 'makeRemark', summary: 'A member remarks' })
  async remark(
    @Param('id', KnownId) minutesId: string,
    @Body() { item, text, language }: RemarkDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    const remark = { minutesId, item: item ?? null, text, language };
    return { id: await this.makeRemark.run(signedInOf(request)!, remark) };
  }

  @Put('remarks/:remark')
  @Access({ roles: ['secretary'] })
  @ApiOperation({ operationId: 'settleRemark', summary: 'Accept a remark, or refuse it' })
  async settle(
    @Param('id', KnownId) minutesId: string,
    @Param('remark', KnownId) remarkId: string,
    @Body() { outcome, reason }: RemarkSettlementDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    const settlement = { minutesId, remarkId, outcome, reason: reason ?? null };
    await this.settleRemark.run(signedInOf(request)!, settlement);
    return this.shown.get(minutesId, { request, reply });
  }
}
