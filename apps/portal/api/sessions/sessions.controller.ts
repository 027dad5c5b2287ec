import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { ResidentRow } from '#features/registry/residents/resident.reader.js';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Access } from '#platform/http/access.js';
import { digestOfToken, tokenInCookies } from '#platform/identity/session-token.js';
import { Sessions, SignedInReader } from '#platform/identity/sessions.js';
import { signedInOf } from '#platform/identity/signed-in.js';
import { Costs } from '#platform/limits/costs.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { NewSessionDto } from './new-session.dto.js';
import { presentPerson, type PersonView } from './person.presenter.js';
import { STAND_IN } from './stand-in-identity.js';

/** Signing in and out. */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly people: SignedInReader,
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
    @Body() body: NewSessionDto,
    @Req() request: FastifyRequest & { user: ResidentRow },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ person: PersonView }> {
    const token = await this.sessions.open(request.user.id, body.provider);
    setSessionCookie(reply, token, this.config.production);
    return { person: presentPerson((await this.people.find(digestOfToken(token)))!) };
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
    const token = tokenInCookies(request.headers.cookie);
    if (token) await this.sessions.revoke(token);
    clearSessionCookie(reply, this.config.production);
  }
}
