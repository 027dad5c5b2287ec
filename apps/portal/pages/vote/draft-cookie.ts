import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DraftKey } from '#features/participation/ballots/ballot-draft.repository.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { hostCookieName } from '../../host-cookies.js';

const DRAFT_COOKIE = 'qatysu_draft';
const LIFETIME_SECONDS = 30 * 24 * 3600;
const TOKEN = /^[\w-]{43}$/;

/** The key of this browser's draft in a round; null where it has none yet. */
export function draftKeyOf(request: FastifyRequest, roundId: string): DraftKey | null {
  const token = tokenOf(request);
  return token ? { tokenDigest: digestOfToken(token), roundId } : null;
}

/** The key, with a fresh token put into the browser where there was none. */
export function grantDraftKey(
  request: FastifyRequest,
  reply: FastifyReply,
  { roundId, secure }: { readonly roundId: string; readonly secure: boolean },
): DraftKey {
  const token = tokenOf(request) ?? randomBytes(32).toString('base64url');
  reply.setCookie(hostCookieName(DRAFT_COOKIE, secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: LIFETIME_SECONDS,
  });
  return { tokenDigest: digestOfToken(token), roundId };
}

function tokenOf(request: FastifyRequest): string | null {
  const token = request.cookies[DRAFT_COOKIE];
  return token && TOKEN.test(token) ? token : null;
}
