import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { deviceLabelOf } from '#platform/identity/device-label.js';
import { sessionTokenOf } from '#platform/identity/session-token.js';
import { type NewSession, Sessions } from '#platform/identity/sessions.js';
import { tellSignIn } from '#platform/log/security-log.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Signs a browser in and out: the session on the server and the cookie with its token. */
@Injectable()
export class BrowserSessions {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
  ) {}

  /** Always with a new token; whatever session the browser came with ends. */
  async open(
    { request, reply }: Exchange,
    { personId, proof }: Pick<NewSession, 'personId' | 'proof'>,
  ): Promise<string> {
    const device = deviceLabelOf(request.headers['user-agent']);
    const instead = sessionTokenOf(request);
    const token = await this.sessions.open({ personId, proof, device, instead });
    setSessionCookie(reply, token, this.config.production);
    tellSignIn({ person: personId, provider: proof.provider });
    return token;
  }

  async close({ request, reply }: Exchange): Promise<void> {
    const token = sessionTokenOf(request);
    if (token) await this.sessions.revoke(token);
    clearSessionCookie(reply, this.config.production);
  }
}
