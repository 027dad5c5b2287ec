import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NotePublication } from '#features/budget/sessions/note-publication.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { Access } from '#platform/http/access.js';
import { KnownId } from '#platform/http/known-id.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { DecisionPublicationDto } from './session-acts.dto.js';
import { type DecisionView, presentDecision } from './session.presenter.js';

/** Decisions of maslikhats with their votes by name, annexes and publication. */
@ApiTags('maslikhat-sessions')
@Controller('api/v1/maslikhat-decisions/:id')
export class SessionDecisionsController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly notePublication: NotePublication,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ operationId: 'findMaslikhatDecision', summary: 'A decision, whole' })
  async find(@Param('id', KnownId) id: string): Promise<DecisionView> {
    return presentDecision(await this.sessions.getDecision(id));
  }

  @Post('publication')
  @HttpCode(200)
  @Access({ roles: ['maslikhat-secretary'] })
  @ApiOperation({ operationId: 'publishDecision', summary: 'Note where its text came out' })
  async publish(
    @Param('id', KnownId) id: string,
    @Body() { publishedOn, url, place = '' }: DecisionPublicationDto,
    @Req() request: FastifyRequest,
  ): Promise<DecisionView> {
    await this.notePublication.run(signedInOf(request)!, id, {
      publishedOn,
      url: url ?? null,
      place,
    });
    return this.find(id);
  }
}
