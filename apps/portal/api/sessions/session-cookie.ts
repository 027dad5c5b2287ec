import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '#platform/identity/session-token.js';

const LIFETIME_SECONDS = 12 * 3600;

/** Puts the session into the browser: unreadable by scripts, sent to this site only. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(SESSION_COOKIE, token, { ...shape(secure), maxAge: LIFETIME_SECONDS });
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(SESSION_COOKIE, shape(secure));
}

function shape(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
