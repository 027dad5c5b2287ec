import { Body, Controller, HttpCode, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActOnDecision } from '#features/assemblies/akim-answers/act-on-decision.js';
import { AnswerMinutes } from '#features/assemblies/akim-answers/answer-minutes.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { AkimAnswerDto, DecisionActDto } from './akim-answer.dto.js';
import type { MinutesView } from './minutes.presenter.js';
import { ShownMinutes } from './shown-minutes.js';

const NOTHING = { kk: '', ru: '' };

/** What the akim, the maslikhat and the superior akim make of decisions. */
@ApiTags('assemblies')
@Controller('api/v1/minutes/:id')
export class AkimAnswersController {
  constructor(
    private readonly shown: ShownMinutes,
    private readonly answerMinutes: AnswerMinutes,
    private readonly actOnDecision: ActOnDecision,
  ) {}

  @Post('akim-answer')
  @HttpCode(200)
  @Access({ roles: ['akim'] })
  @ApiOperation({ operationId: 'answerMinutes', summary: 'Agreed, or an objection, item by item' })
  async answer(
    @Param('id', KnownId) minutesId: string,
    @Body() { answeredOn, items }: AkimAnswerDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    const answers = items.map((item) => ({ ...item, reasons: item.reasons ?? NOTHING }));
    const fields = { minutesId, answeredOn: answeredOn ?? null, items: answers };
    await this.answerMinutes.run(signedInOf(request)!, fields);
    return this.shown.get(minutesId, { request, reply });
  }

  @Post('decisions/:item/acts')
  @HttpCode(200)
  @Access({ roles: ['akim', 'secretary', 'maslikhat-secretary'] })
  @ApiOperation({
    operationId: 'actOnDecision',
    summary: 'A step after the answer: yield, insist, discuss, confirm, set aside, execute',
  })
  async act(
    @Param('id', KnownId) minutesId: string,
    @Param('item', ParseIntPipe) item: number,
    @Body() { act, on, reasons, link }: DecisionActDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinutesView> {
    const told = { on: on ?? null, reasons: reasons ?? NOTHING, link: link ?? null };
    await this.actOnDecision.run(signedInOf(request)!, { minutesId, item, act, ...told });
    return this.shown.get(minutesId, { request, reply });
  }
}
