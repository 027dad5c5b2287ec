import type { FastifyReply } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LONGEST_SESSION_SECONDS } from '#platform/identity/session-terms.js';
import { rememberSessionToken, sessionCookieName } from '#platform/identity/session-token.js';

/** The first thing that is done with a request: everything after asks for the token alone. */
export function readSessionCookies(app: NestFastifyApplication, production: boolean): void {
  const name = sessionCookieName(production);
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, _reply, done) => {
    rememberSessionToken(request, name);
    done();
  });
}

/** Puts the session into the browser: unreadable by scripts, sent to this site only. */
export function setSessionCookie(reply: FastifyReply, token: string, production: boolean): void {
  const name = sessionCookieName(production);
  reply.setCookie(name, token, { ...shape(production), maxAge: LONGEST_SESSION_SECONDS });
}

/** Ends the session in the browser, and takes away what pages of the person left in it. */
export function clearSessionCookie(reply: FastifyReply, production: boolean): void {
  reply.clearCookie(sessionCookieName(production), shape(production));
  // Browsers hear it over https alone.
  if (production) void reply.header('clear-site-data', '"cache", "storage"');
}

function shape(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
