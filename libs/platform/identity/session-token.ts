import { hash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'qatysu_session';

/** What the browser keeps; the database holds only its digest. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function digestOfToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/**
 * The session token of a raw Cookie header, read without parsing the rest.
 *
 * @example tokenInCookies('a=1; qatysu_session=xyz') // → 'xyz'
 */
export function tokenInCookies(header: string | undefined): string | null {
  if (!header) return null;
  const start = header.indexOf(`${SESSION_COOKIE}=`);
  if (start < 0 || (start > 0 && header[start - 1] !== ' ' && header[start - 1] !== ';'))
    return null;
  const from = start + SESSION_COOKIE.length + 1;
  const end = header.indexOf(';', from);
  return header.slice(from, end < 0 ? undefined : end) || null;
}
