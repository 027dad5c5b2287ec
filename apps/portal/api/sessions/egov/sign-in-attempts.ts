import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { Sealing } from '#platform/identity/sealing.js';
import { cookieValue } from '#platform/identity/session-token.js';
import {
  ATTEMPT_SECONDS,
  attemptCookieName,
  openAttempt,
  sealAttempt,
  type SignInAttempt,
} from './sign-in-attempt.js';

/** The attempt of a browser, kept by the browser itself for ten minutes and for one return. */
@Injectable()
export class SignInAttempts {
  private readonly cookie: string;
  private readonly shape: object;

  constructor(
    @Inject(CONFIG) { production }: Config,
    private readonly sealing: Sealing,
  ) {
    this.cookie = attemptCookieName(production);
    this.shape = { path: '/', httpOnly: true, sameSite: 'lax', secure: production };
  }

  of(request: FastifyRequest): SignInAttempt | null {
    const sealed = cookieValue(request.headers.cookie, this.cookie);
    return openAttempt(sealed ?? undefined, this.sealing);
  }

  keep(attempt: SignInAttempt, reply: FastifyReply): void {
    const sealed = sealAttempt(attempt, this.sealing);
    reply.setCookie(this.cookie, sealed, { ...this.shape, maxAge: ATTEMPT_SECONDS });
  }

  forget(reply: FastifyReply): void {
    reply.clearCookie(this.cookie, this.shape);
  }
}
