import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { SignedInReader } from '#platform/identity/sessions.js';
import { newSessionToken } from '#platform/identity/session-token.js';
import { ComeBackLater } from '#platform/limits/come-back-later.js';
import { securityHeaders } from '#apps/portal/security-headers.js';
import { routeRules } from '#test/support/access/route-rules.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(300_000);

/** Word for word: whatever is added to it has to be added here. */
const POLICY =
  "default-src 'self';img-src 'self' data: blob:;style-src 'self';script-src 'self';" +
  "object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'";

const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** HSTS over plain HTTP says nothing; who answers and which sites may read along is nobody's matter. */
const NEVER = /^(server|x-powered-by|strict-transport-security|access-control-.*)$/;
const KINDS_WITH_LETTERS =
  /^(text\/(html|csv|calendar|plain)|application\/((problem|geo|feature)\+)?json)/;
const INSIDE = /node_modules|\.[jt]s:\d+|at \w+ \(|SECRET-INSIDE/;
const SECRET = 'SECRET-INSIDE select * from residents';

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** What goes wrong before a route begins; as the reading of the session that every guard does. */
const FAULTS: readonly (readonly [status: number, fault: Error])[] = [
  [401, new DomainError('unauthenticated', 'identity.not_signed_in')],
  [403, new DomainError('forbidden', 'identity.role_needed', { roles: [] })],
  [404, new DomainError('not-found', 'round.not_found')],
  [409, new DomainError('conflict', 'round.frozen')],
  [429, new ComeBackLater(429, 'limits.too_many', 60)],
  [500, new Error(SECRET)],
  [503, new ComeBackLater(503, 'load.search', 60)],
];

describe('the headers', () => {
  let portal: TestPortal;
  let routes: readonly Asked[];

  beforeAll(async () => {
    portal = await openTestPortal();
    const document = (await portal.app.inject('/api/openapi.json')).json<OpenAPIObject>();
    routes = [...routeRules(portal.app, document).keys()].map((route) => {
      const [method = '', path = ''] = route.split(' ');
      return { method, path: path.replace(':lang', 'kk').replaceAll(/:\w+/g, () => v7()) };
    });
  });
  afterAll(() => portal.close());

  it('are on the answer of every route, whatever it says', async () => {
    const faults: string[] = [];
    for (const route of routes) {
      faults.push(...(await faultsOf(route)));
      if (route.method === 'GET') continue;
      faults.push(...(await faultsOf(route, { type: 'application/xml', body: '<a/>' })));
      faults.push(...(await faultsOf(route, { type: 'application/json', body: '{' })));
    }
    expect(faults).toEqual([]);
    expect(routes.length).toBeGreaterThan(600);
  });

  it.each(FAULTS)('are on every route that answers %s', async (status, fault) => {
    const reader = portal.app.get(SignedInReader, { strict: false });
    const find = jest.spyOn(reader, 'find').mockRejectedValue(fault);
    const guarded = routes.filter(({ path }) => !HOT.test(path));
    const cookie = `qatysu_session=${newSessionToken()}`;
    const faults: string[] = [];
    for (const route of guarded) faults.push(...(await faultsOf(route, { cookie, status })));
    find.mockRestore();
    expect(faults).toEqual([]);
  });

  it.each([
    [404, { method: 'GET', path: '/nothing' }, {}],
    [404, { method: 'GET', path: '/kk/nothing' }, {}],
    [404, { method: 'TRACE', path: '/kk' }, {}],
    [404, { method: 'DELETE', path: '/kk/rounds' }, {}],
    [404, { method: 'GET', path: '/assets/nothing.css' }, {}],
    [404, { method: 'GET', path: '/.git/config' }, {}],
    [
      413,
      { method: 'POST', path: '/api/v1/sessions' },
      { type: 'application/json', body: `"${'x'.repeat(300_000)}"` },
    ],
    [403, { method: 'POST', path: '/kk/sign-in' }, { site: 'cross-site' }],
    [403, { method: 'POST', path: '/api/v1/sessions' }, { site: 'cross-site' }],
    [404, { method: 'OPTIONS', path: '/api/v1/rounds' }, { site: 'cross-site' }],
  ] as const)('are there with %s to %j', async (status, asked, sent) => {
    expect(await faultsOf(asked, { ...sent, status })).toEqual([]);
  });

  /** Nobody else's page may read an answer, whether or not it says where it is from. */
  async function faultsOf(
    { method, path }: Asked,
    sent: {
      readonly type?: string;
      readonly body?: string;
      readonly cookie?: string;
      readonly site?: string;
      readonly status?: number;
    } = {},
  ): Promise<readonly string[]> {
    const answer = await portal.app.inject({
      method: method as 'GET',
      url: path,
      headers: {
        'sec-fetch-site': sent.site ?? 'same-origin',
        ...(sent.site && { origin: 'https://evil.example' }),
        ...(sent.type && { 'content-type': sent.type }),
        ...(sent.cookie && { cookie: sent.cookie }),
      },
      ...(sent.body && { payload: sent.body }),
    });
    const isAsked = sent.status === undefined || hasStatus(answer.statusCode, sent.status);
    const faults = [
      ...(isAsked ? [] : [`answers ${answer.statusCode} and not ${sent.status}`]),
      ...headerFaults(answer.headers, answer.statusCode),
      ...(INSIDE.test(answer.body) && answer.statusCode >= 400 ? ['tells its inside'] : []),
    ];
    return faults.map((fault) => `${method} ${path} (${answer.statusCode}): ${fault}`);
  }
});

describe('in production', () => {
  it('a year of HTTPS is promised, subdomains included, and plain addresses are upgraded', () => {
    const { strictTransportSecurity, contentSecurityPolicy } = securityHeaders(true);
    expect(strictTransportSecurity).toEqual({ maxAge: 31_536_000, includeSubDomains: true });
    expect(contentSecurityPolicy).toMatchObject({ directives: { upgradeInsecureRequests: true } });
    expect(securityHeaders(false).strictTransportSecurity).toBe(false);
  });
});

/** Read without a guard, which the faults come from. */
const HOT = /\/ballot$|\/signatures$|openapi\.json/;

/** A page leads to the sign-in instead of saying 401. */
function hasStatus(found: number, asked: number): boolean {
  return found === asked || (asked === 401 && found === 303);
}

function headerFaults(
  headers: Readonly<Record<string, unknown>>,
  status: number,
): readonly string[] {
  const type = textOf(headers['content-type']);
  const caching = textOf(headers['cache-control']);
  return [
    ...Object.entries(ALWAYS).flatMap(([name, value]) =>
      headers[name] === value ? [] : [`${name}: ${String(headers[name])}`],
    ),
    ...Object.keys(headers).filter((name) => NEVER.test(name)),
    ...(KINDS_WITH_LETTERS.test(type) && !type.includes('charset=utf-8') ? [`as ${type}`] : []),
    ...(status >= 400 && !/problem\+json|text\/html/.test(type) ? [`a refusal as ${type}`] : []),
    ...(caching === '' || (status >= 400 && caching !== 'no-store') ? [`caching: ${caching}`] : []),
  ];
}

function textOf(header: unknown): string {
  return typeof header === 'string' ? header : '';
}
