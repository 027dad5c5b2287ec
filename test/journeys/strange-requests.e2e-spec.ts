import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sendRaw, statusesIn } from '#test/support/raw-http.js';
import { listRoutes } from '#test/support/route-list.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const INNER = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const POST = 'POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

/** Two readers of one of these could see its end at different places. */
const UNCLEAR: readonly (readonly [string, string])[] = [
  [
    'both ways of telling its length',
    `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${INNER}`,
  ],
  ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: ${INNER.length}\r\n\r\n${INNER}`],
  ['a length with a sign', `${POST}Content-Length: +0\r\n\r\n${INNER}`],
  ['a list of lengths', `${POST}Content-Length: 0, 0\r\n\r\n${INNER}`],
  ['an unknown coding', `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${INNER}`],
  [
    'a coding after chunked',
    `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${INNER}`,
  ],
  ['a blank before the colon', `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${INNER}`],
  ['a folded header', `${POST}X-A: b\r\n Content-Length: 5\r\n\r\n${INNER}`],
  ['a chunk of no size', `${POST}Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n${INNER}`],
  ['a header that ends with a line feed', `${POST}X-A: b\nContent-Length: 0\r\n\r\n${INNER}`],
  ['a header with a NUL', `${POST}X-A: b\u0000\r\nContent-Length: 0\r\n\r\n${INNER}`],
];

const NOT_SERVED = [
  '/.git/config',
  '/.git/HEAD',
  '/.svn/entries',
  '/.env',
  '/package.json',
  '/node_modules/',
  '/dist/',
  '/assets',
  '/assets/',
  '/assets/styles/',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/.%00/package.json',
  '/files/',
  '/metrics',
  '/api',
  '/api/docs',
  '/api/v1',
  '/debug',
  '/server-status',
  '/backup.zip',
];

describe('strange requests', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal();
  });
  afterAll(() => portal.close());

  it('two plain ones on one connection have two answers', async () => {
    const first = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
    expect(statusesIn(await sendRaw(portal.url, first + INNER))).toEqual([200, 200]);
  });

  it.each(UNCLEAR)(
    'one with %s is refused, and what it carries is not read',
    async (_what, bytes) => {
      expect(statusesIn(await sendRaw(portal.url, bytes))).toEqual([400]);
    },
  );

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'DEBUG'])('%s does nothing', async (method) => {
    for (const path of ['/', '/kk', '/api/v1/rounds', '/healthz']) {
      const head = `${method} ${path} HTTP/1.1\r\nHost: x\r\nX-Secret: told\r\nConnection: close\r\n\r\n`;
      const answer = await sendRaw(portal.url, head);
      for (const status of statusesIn(answer)) expect([400, 404, 405]).toContain(status);
      expect(answer).not.toContain('told');
    }
  });

  it.each(NOT_SERVED)('%s is not there', async (path) => {
    const answer = await sendRaw(
      portal.url,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect([[404], [403]]).toContainEqual(statusesIn(answer));
    expect(answer).not.toMatch(/repositoryformatversion|"dependencies"|Index of|<li><a/);
  });

  it('answers tell what they are, texts with their charset', async () => {
    const open = listRoutes(portal.app)
      .filter(({ method, path }) => method === 'GET' && !path.replace('/:lang', '').includes(':'))
      .map(({ path }) => path.replace(':lang', 'kk'));
    expect(open.length).toBeGreaterThan(40);
    const faults: string[] = [];
    for (const url of [...open, '/api/openapi.json', '/nowhere', '/kk/nowhere']) {
      const { statusCode, headers, body } = await portal.app.inject({ method: 'GET', url });
      const fault = body === '' ? null : faultOf(headers['content-type'], body);
      if (fault) faults.push(`${url} ${statusCode}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it('a fault of ours tells nothing of the inside', async () => {
    await portal.dataSource.query(`alter table rounds rename to rounds_gone`);
    try {
      for (const path of ['/api/v1/rounds', '/kk/rounds']) {
        const answer = await fetch(portal.url + path);
        const text = await answer.text();
        expect(answer.status).toBe(500);
        expect(text).not.toMatch(
          /rounds_gone|relation|select |\.ts|\.js:\d|node_modules|QueryFailed|\bat \w+ \(/,
        );
        expect(text).toContain(/"requestId":"([^"]+)"/.exec(text)?.[1] ?? 'kk');
      }
    } finally {
      await portal.dataSource.query(`alter table rounds_gone rename to rounds`);
    }
  });

  it('no answer names what serves it', async () => {
    for (const path of ['/', '/kk', '/api/v1/rounds', '/nowhere', '/assets/']) {
      const { headers } = await fetch(portal.url + path, { redirect: 'manual' });
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    }
  });
});

/** What is wrong with the type that an answer says it has, or null. */
function faultOf(type: unknown, body: string): string | null {
  if (typeof type !== 'string') return 'no type';
  if (/^text\/|xml/.test(type) && !/charset=utf-8/i.test(type)) return `${type} without charset`;
  if (/^<!doctype html/i.test(body) !== type.startsWith('text/html')) return `${type} is not so`;
  if (/^\s*[{[]/.test(body) && !/json|csv|calendar|pb|plain/.test(type)) return `${type} is not so`;
  return null;
}
