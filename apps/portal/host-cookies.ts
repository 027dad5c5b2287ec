import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Cookies that a page remembers something by; the session's has its own way. */
const OWN_COOKIES = ['qatysu_draft', 'qatysu_place'] as const;
export type OwnCookie = (typeof OWN_COOKIES)[number];

/** As the browser knows it: with `__Host-`, it takes it from this very host and by https alone. */
export function hostCookieName(name: OwnCookie, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** In production what a sister host planted under the plain name is not seen; after the cookies are read. */
export function readHostCookies(app: NestFastifyApplication, production: boolean): void {
  if (!production) return;
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, _reply, done) => {
    for (const name of OWN_COOKIES)
      request.cookies[name] = request.cookies[hostCookieName(name, true)];
    done();
  });
}
