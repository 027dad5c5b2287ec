import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Req,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AddSessionMaterial } from '#features/budget/sessions/add-session-material.js';
import { DecideQuestion } from '#features/budget/sessions/decide-question.js';
import { PauseSession } from '#features/budget/sessions/pause-session.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { SetSessionBroadcast } from '#features/budget/sessions/set-session-broadcast.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { namedVotesOf } from './named-votes.dto.js';
import { QuestionVoteDto, SessionBroadcastDto, SessionMaterialDto } from './session-acts.dto.js';
import {
  type DecisionView,
  presentDecision,
  presentMaterial,
  presentSession,
} from './session.presenter.js';

const SECRETARY = { roles: ['maslikhat-secretary'] };
const NO_TEXT = { kk: '', ru: '' };

/** What happens in a session besides budgets: questions, materials, breaks, the broadcast. */
@ApiTags('maslikhat-sessions')
@Controller('api/v1/maslikhat-sessions/:id')
export class SessionActsController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly decideQuestion: DecideQuestion,
    private readonly addMaterial: AddSessionMaterial,
    private readonly pauseSession: PauseSession,
    private readonly setBroadcast: SetSessionBroadcast,
  ) {}

  @Post('questions/:number/decision')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'decideSessionQuestion', summary: 'A vote by name on a question' })
  async decide(
    @Param('id', KnownId) sessionId: string,
    @Param('number', ParseIntPipe) question: number,
    @Body() { number = '', text = NO_TEXT, votes, enclosures = [] }: QuestionVoteDto,
    @Req() request: FastifyRequest,
  ): Promise<DecisionView> {
    const vote = { number, text, votes: namedVotesOf(votes), annexes: enclosures };
    const id = await this.decideQuestion.run(signedInOf(request)!, {
      sessionId,
      question,
      ...vote,
    });
    return presentDecision(await this.sessions.getDecision(id));
  }

  @Get('materials')
  @Access('public')
  @ApiOperation({ operationId: 'listSessionMaterials', summary: 'Papers on the questions' })
  async materials(@Param('id', KnownId) id: string) {
    await this.sessions.get(id);
    const rows = await this.sessions.listMaterials(id);
    return { items: rows.map(presentMaterial), next: null };
  }

  @Post('materials')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'addSessionMaterial', summary: 'Give the deputies a paper' })
  async add(
    @Param('id', KnownId) sessionId: string,
    @Body() { question, title, link, enclosures }: SessionMaterialDto,
    @Req() request: FastifyRequest,
  ) {
    const papers = { link: link ?? null, files: enclosures ?? [] };
    const material = { sessionId, question, title, ...papers };
    await this.addMaterial.run(signedInOf(request)!, material);
    return this.materials(sessionId);
  }

  @Put('broadcast')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'setSessionBroadcast', summary: 'Where the session is shown' })
  async broadcast(
    @Param('id', KnownId) id: string,
    @Body() { url }: SessionBroadcastDto,
    @Req() request: FastifyRequest,
  ) {
    await this.setBroadcast.run(signedInOf(request)!, id, url ?? null);
    return presentSession(await this.sessions.get(id));
  }

  @Post('break')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'pauseSession', summary: 'A break begins' })
  pause(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    return this.moved(request, id, 'pause');
  }

  @Post('resumption')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'resumeSession', summary: 'The session goes on after a break' })
  resume(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    return this.moved(request, id, 'resume');
  }

  private async moved(request: FastifyRequest, id: string, act: 'pause' | 'resume') {
    await this.pauseSession.run(signedInOf(request)!, id, act);
    return presentSession(await this.sessions.get(id));
  }
}
