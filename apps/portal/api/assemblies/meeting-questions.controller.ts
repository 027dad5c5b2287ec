import { Body, Controller, HttpCode, Param, ParseIntPipe, Post, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnswerItemQuestion } from '#features/assemblies/meetings/answer-item-question.js';
import { AskItemQuestion } from '#features/assemblies/meetings/ask-item-question.js';
import { SetBroadcast } from '#features/assemblies/meetings/set-broadcast.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { AnswerDto, BroadcastDto, ItemQuestionDto } from './meeting-acts.dto.js';

/** Questions of residents to an item, and where a meeting can be watched. */
@ApiTags('assemblies')
@Controller('api/v1/meetings/:id')
export class MeetingQuestionsController {
  constructor(
    private readonly askQuestion: AskItemQuestion,
    private readonly answerQuestion: AnswerItemQuestion,
    private readonly setBroadcast: SetBroadcast,
  ) {}

  @Post('items/:number/questions')
  @Costs('words')
  @Access({ roles: ['resident'] })
  @ApiOperation({ operationId: 'askItemQuestion', summary: 'Ask about an item before the meeting' })
  async ask(
    @Param('id', KnownId) meetingId: string,
    @Param('number', ParseIntPipe) item: number,
    @Body() { language, text }: ItemQuestionDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    const question = { meetingId, item, language, text };
    return { id: await this.askQuestion.run(signedInOf(request)!, question) };
  }

  @Put('questions/:question/answer')
  @HttpCode(204)
  @Access({ roles: ['secretary', 'akim'] })
  @ApiOperation({ operationId: 'answerItemQuestion', summary: 'Answer; it goes into the minutes' })
  async answer(
    @Param('id', KnownId) meetingId: string,
    @Param('question', KnownId) questionId: string,
    @Body() { answer }: AnswerDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.answerQuestion.run(signedInOf(request)!, { meetingId, questionId }, answer);
  }

  @Put('broadcast')
  @HttpCode(204)
  @Access({ roles: ['secretary'] })
  @ApiOperation({ operationId: 'setBroadcast', summary: 'Where it is broadcast or recorded' })
  async broadcast(
    @Param('id', KnownId) id: string,
    @Body() { broadcastUrl, recordingUrl }: BroadcastDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const links = { broadcastUrl: broadcastUrl ?? null, recordingUrl: recordingUrl ?? null };
    await this.setBroadcast.run(signedInOf(request)!, id, links);
  }
}
