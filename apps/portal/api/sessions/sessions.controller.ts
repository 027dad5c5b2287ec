import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { Access } from '#platform/http/access.js';
import { LivingSessions } from '#platform/identity/living-sessions.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { BrowserSessions } from './browser-sessions.js';
import { NewSessionDto } from './new-session.dto.js';
import { presentPerson, type PersonView } from './person.presenter.js';
import type { Recognised } from './roll.js';
import { STAND_IN } from './stand-in-identity.js';

/** Signing in and out. */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly browsers: BrowserSessions,
    private readonly sessions: LivingSessions,
  ) {}

  @Post()
  @Costs('sign-in')
  @Access('public')
  @UseGuards(AuthGuard(STAND_IN))
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Sign in with an identity provider (here: the stand-in)',
  })
  async open(
    @Body() _body: NewSessionDto,
    @Req() request: FastifyRequest & { user: Recognised },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ person: PersonView }> {
    const token = await this.browsers.open({ request, reply }, request.user);
    return { person: presentPerson((await this.sessions.find(token))!) };
  }

  @Get('mine')
  @Access('signed-in')
  @ApiOperation({ operationId: 'findMySession', summary: 'Who is signed in' })
  mine(@Req() request: FastifyRequest): { person: PersonView } {
    const person = signedInOf(request);
    if (!person) throw new DomainError('unauthenticated', 'identity.not_signed_in');
    return { person: presentPerson(person) };
  }

  @Delete('mine')
  @HttpCode(204)
  @Access('public')
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out: the session is revoked at once' })
  async close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.browsers.close({ request, reply });
  }
}
