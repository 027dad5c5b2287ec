import { hash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'qatysu_session';

const SESSION_TOKEN = Symbol('session-token');

type Carrier = FastifyRequest & { [SESSION_TOKEN]?: string | null };

/** In production a sister host can neither set the cookie nor read it: the browser sees to it by the prefix. */
export function sessionCookieName(production: boolean): string {
  return production ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
}

/** What the browser keeps; the database holds only its digest. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function digestOfToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** The session token that came with a request, null without one. */
export function sessionTokenOf(request: FastifyRequest): string | null {
  return (request as Carrier)[SESSION_TOKEN] ?? null;
}

/** Reads the token once, before anything asks for it. */
export function rememberSessionToken(request: FastifyRequest, cookieName: string): void {
  (request as Carrier)[SESSION_TOKEN] = cookieValue(request.headers.cookie, cookieName);
}

/**
 * One cookie of a raw Cookie header, read without parsing the rest.
 *
 * @example cookieValue('a=1; b=xyz', 'b') // → 'xyz'
 */
export function cookieValue(header: string | undefined, name: string): string | null {
  if (!header) return null;
  const start = header.indexOf(`${name}=`);
  if (start < 0 || (start > 0 && header[start - 1] !== ' ' && header[start - 1] !== ';'))
    return null;
  const from = start + name.length + 1;
  const end = header.indexOf(';', from);
  return header.slice(from, end < 0 ? undefined : end) || null;
}
