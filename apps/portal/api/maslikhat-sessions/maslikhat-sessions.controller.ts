import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ConveneSession } from '#features/budget/sessions/convene-session.js';
import { EndSession } from '#features/budget/sessions/end-session.js';
import { NoteAttendance } from '#features/budget/sessions/note-attendance.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { ObligationFiguresQueryDto } from '../obligations/obligations-query.dto.js';
import { NewMaslikhatSessionDto } from './new-maslikhat-session.dto.js';
import { SessionAttendanceDto } from './session-attendance.dto.js';
import {
  presentDecision,
  presentQuorum,
  presentSession,
  type SessionView,
} from './session.presenter.js';
import { sessionPlanOf } from './session-plan.js';

const SECRETARY = { roles: ['maslikhat-secretary'] };
const MOST = 200;

/** Sessions of maslikhats: convened, attended, closed, with what they decided. */
@ApiTags('maslikhat-sessions')
@Controller('api/v1/maslikhat-sessions')
export class MaslikhatSessionsController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly conveneSession: ConveneSession,
    private readonly noteAttendance: NoteAttendance,
    private readonly endSession: EndSession,
  ) {}

  @Post()
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'conveneSession', summary: 'Convene; short notice is refused' })
  async convene(
    @Body() body: NewMaslikhatSessionDto,
    @Req() request: FastifyRequest,
  ): Promise<SessionView> {
    const id = await this.conveneSession.run(signedInOf(request)!, sessionPlanOf(body));
    return presentSession(await this.sessions.get(id));
  }

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'listSessions', summary: 'Sessions, the latest first' })
  async list(@Query() { territory }: ObligationFiguresQueryDto) {
    const rows = await this.sessions.list(territory, MOST);
    return { items: rows.map(presentSession), next: null };
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ operationId: 'findSession', summary: 'A session with its decisions' })
  async find(@Param('id', KnownId) id: string) {
    const [session, decisions] = await Promise.all([
      this.sessions.get(id),
      this.sessions.listDecisions({ session: id }),
    ]);
    return { ...presentSession(session), decisions: decisions.map(presentDecision) };
  }

  @Put(':id/attendance')
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'noteAttendance', summary: 'Who is there, and the quorum' })
  async attend(
    @Param('id', KnownId) sessionId: string,
    @Body() { present, chair }: SessionAttendanceDto,
    @Req() request: FastifyRequest,
  ) {
    const noted = { sessionId, present, chair: chair ?? null };
    return presentQuorum(await this.noteAttendance.run(signedInOf(request)!, noted));
  }

  @Post(':id/closure')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'closeSession', summary: 'Close the session' })
  async close(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    await this.endSession.run(signedInOf(request)!, id, 'close');
    return presentSession(await this.sessions.get(id));
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Access(SECRETARY)
  @ApiOperation({ operationId: 'cancelSession', summary: 'Cancel before it opens' })
  async cancel(@Param('id', KnownId) id: string, @Req() request: FastifyRequest) {
    await this.endSession.run(signedInOf(request)!, id, 'cancel');
    return presentSession(await this.sessions.get(id));
  }
}
