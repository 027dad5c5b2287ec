import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostCookieName } from '../../host-cookies.js';

const COOKIE = 'qatysu_place';
const YEAR_SECONDS = 366 * 86_400;

/** The place that a reader has chosen on this device. */
export function rememberedPlace(request: FastifyRequest): string | null {
  const kato = request.cookies[COOKIE];
  return kato !== undefined && /^\d{9}$/.test(kato) ? kato : null;
}

export function rememberPlace(reply: FastifyReply, kato: string, secure: boolean): void {
  reply.setCookie(hostCookieName(COOKIE, secure), kato, {
    path: '/',
    maxAge: YEAR_SECONDS,
    httpOnly: true,
    sameSite: 'lax',
    secure,
  });
}
