import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import {
  aCountedTown,
  addBallots,
  aPerson,
  aRoundToCount,
  OKRUG,
} from '#test/support/builders/counted-town.js';
import { anOpenPetition } from '#test/support/builders/open-petition.js';
import { aRaisedDismissal } from '#test/support/builders/raised-dismissal.js';
import { storedMeetings } from '#test/support/builders/stored-meeting.js';
import { bodiesFor, inAddress, oddText } from '#test/support/odd-input.js';
import { listRoutes, type ListedRoute } from '#test/support/route-list.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const SEED = Number(process.env['ODD_INPUT_SEED'] ?? 20_261_121);
const RUNS_A_ROUTE = Number(process.env['ODD_INPUT_RUNS'] ?? 20);
/** Which routes, for a run of one's own. */
const ROUTES = new RegExp(process.env['ODD_INPUT_ROUTES'] ?? '');
const LONGEST_WAIT_MS = 20_000;
const LANGS = ['kk', 'ru', 'en'];

interface OddRequest {
  readonly method: ListedRoute['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

describe('whatever is sent to any route', () => {
  let portal: TestPortal;
  let document: OpenAPIObject;
  let routes: readonly ListedRoute[];
  let cookies: readonly (string | null)[];
  let ids: readonly string[];

  beforeAll(async () => {
    portal = await openTestPortal();
    const { dataSource } = portal;
    await aCountedTown(dataSource);
    const open = await aRoundToCount(dataSource, {
      votingUntil: '1 hour',
      projects: [{ costTenge: 10 }, { costTenge: 20 }],
    });
    const over = await aRoundToCount(dataSource, { projects: [{ costTenge: 10 }] });
    await addBallots(dataSource, over.id, [{ voters: 12, numbers: [1] }]);
    const people = await Promise.all([
      aPerson(dataSource),
      aPerson(dataSource, 'officer'),
      aPerson(dataSource, 'officer'),
      aPerson(dataSource, 'expert'),
      aPerson(dataSource, 'deputy'),
      aPerson(dataSource, 'maslikhat-secretary'),
      aPerson(dataSource, 'akim'),
      aPerson(dataSource, 'secretary'),
    ]);
    const petition = await anOpenPetition(dataSource, people[4].id, { territory: OKRUG });
    cookies = [null, 'qatysu_session=%00;;=', ...people.map(({ cookie }) => cookie)];
    const mandates: { id: string }[] = await dataSource.query(`select id from mandates`);
    const meetings = await storedMeetings(dataSource, OKRUG, people[7].id);
    const raised = { on: '2026-11-01', territory: OKRUG, maslikhat: OKRUG };
    const dismissal = await aRaisedDismissal(dataSource, raised);
    const others = [petition, dismissal, ...meetings, ...mandates.map(({ id }) => id)];
    ids = [open.id, over.id, ...open.proposals, ...over.proposals, ...others];
    document = (await (await fetch(`${portal.url}/api/openapi.json`)).json()) as OpenAPIObject;
    routes = unique([...listRoutes(portal.app), ...describedRoutes()]).filter(({ path }) =>
      ROUTES.test(path),
    );
  });
  afterAll(() => portal.close());

  /** Also what stands on the HTTP server itself. */
  function describedRoutes(): ListedRoute[] {
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => ({
        method: method.toUpperCase() as ListedRoute['method'],
        path: path.replace(/\{(\w+)\}/g, ':$1'),
      })),
    );
  }

  it('is answered without a fault of ours, as a problem where it is refused', async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const route of routes) {
      const property = fc.asyncProperty(requestsTo(route), async (request) => {
        sent += 1;
        const fault = faultOf(await answerTo(request));
        if (fault) throw new Error(`${fault}: ${JSON.stringify(request)}`);
      });
      const run = await fc.check(property, {
        seed: SEED,
        numRuns: RUNS_A_ROUTE,
        endOnFailure: true,
      });
      if (run.failed) faults.push(`${route.method} ${route.path} ${String(run.errorInstance)}`);
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(routes.length * RUNS_A_ROUTE * 0.9);
  });

  it.each(['/kk/rounds/%ED%A0%80', '/%', '/api/v1/rounds/%ED%A0%80', '/kk/%E0%A4%A?x=%'])(
    'is answered as a problem where the address %s is no text',
    async (url) => {
      const answer = await answerTo({ method: 'GET', url, headers: {} });
      expect([answer.statusCode, faultOf(answer)]).toEqual([404, null]);
    },
  );

  /** An answer that never comes is a fault as well. */
  function answerTo(request: OddRequest): Promise<Answer> {
    const late = wait(LONGEST_WAIT_MS, NO_ANSWER, { ref: false });
    return Promise.race([portal.app.inject(request), late]);
  }

  function requestsTo({ method, path }: ListedRoute): fc.Arbitrary<OddRequest> {
    const parts = path
      .split('/')
      .map((part) => (part.startsWith(':') ? valueOf(part) : fc.constant(part)));
    return fc
      .record({
        parts: fc.tuple(...parts),
        query: fc.oneof(fc.constant({}), fc.dictionary(fc.constantFrom(...QUERY), oddText)),
        cookie: fc.constantFrom(...cookies),
        headers: fc.constantFrom({}, {}, ...ODD_HEADERS),
        body: method === 'GET' ? fc.constant(null) : bodies({ method, path }),
      })
      .map(({ parts: values, query, cookie, headers, body }) => ({
        method,
        url: addressOf(values, query),
        headers: {
          'sec-fetch-site': 'same-origin',
          ...headers,
          ...(cookie === null ? {} : { cookie }),
          ...(body && { 'content-type': body.type }),
        },
        ...(body && { payload: body.text }),
      }));
  }

  function valueOf(part: string): fc.Arbitrary<string> {
    const known = part === ':lang' ? LANGS : ids;
    return fc.oneof(
      { weight: part === ':lang' ? 12 : 3, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: oddText },
    );
  }

  function bodies({ method, path }: ListedRoute): fc.Arbitrary<{ type: string; text: string }> {
    return path.startsWith('/:lang') ? forms : jsonBodies(method, path);
  }

  function jsonBodies(method: string, path: string): fc.Arbitrary<{ type: string; text: string }> {
    const item = document.paths[path.replace(/:(\w+)/g, '{$1}')] as Record<
      string,
      { requestBody?: { content: Record<string, { schema: object }> } }
    >;
    const schema = item?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema;
    const json = bodiesFor(schema ?? {}, document).map((body) => ({
      type: 'application/json',
      text: JSON.stringify(body) ?? '',
    }));
    return fc.oneof({ weight: 10, arbitrary: json }, { weight: 1, arbitrary: BROKEN });
  }
});

const QUERY = [
  'limit',
  'after',
  'order',
  'seed',
  'q',
  'pot',
  'on',
  'page',
  'year',
  'maxCost',
  'for',
  'x[y]',
];

const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'idempotency-key': 'once' },
  { 'idempotency-key': 'ё' },
  { 'if-match': '"1"' },
  { 'if-match': 'W/"x"' },
  { 'if-none-match': '*' },
  { 'accept-language': 'ru;q=x, ,;;' },
  { accept: 'text/html' },
  { 'accept-encoding': 'br;q=9, *' },
];

const BROKEN = fc.constantFrom(
  { type: 'application/json', text: '{"a":' },
  { type: 'application/json', text: '' },
  { type: 'application/json', text: '{"__proto__":{"admin":true}}' },
  { type: 'application/json; charset=utf-7', text: '{}' },
  { type: 'text/plain', text: 'hello' },
  { type: 'application/x-www-form-urlencoded', text: 'a=%ZZ&a=1&=' },
  { type: 'multipart/form-data', text: '--x' },
  {
    type: 'multipart/form-data; boundary=x',
    text: '--x\r\ncontent-disposition: form-data\r\n\r\n',
  },
  {
    type: 'multipart/form-data; boundary=x',
    text: '--x\r\ncontent-disposition: form-data; name="file"; filename="../a.jpg"\r\n\r\nnot a photo\r\n--x--\r\n',
  },
  { type: 'image/png', text: '\u0089PNG' },
  { type: 'nonsense', text: '1' },
  { type: 'application/json', text: `"${'x'.repeat(300_000)}"` },
);

const FIELDS = fieldsOfForms();

const forms = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...FIELDS), oddText), { maxLength: 12 })
      .map((pairs) => ({
        type: 'application/x-www-form-urlencoded',
        text: pairs.map(([name, text]) => `${inAddress(name)}=${inAddress(text)}`).join('&'),
      })),
  },
  { weight: 1, arbitrary: BROKEN },
);

/** Names of the fields that stand in any template. */
function fieldsOfForms(): string[] {
  const templates = readdirSync('apps/portal/pages', { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.hbs'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const names = templates.flatMap((text) =>
    [...text.matchAll(/\bname="([\w.[\]-]+)"/g)].map(([, name]) => name!),
  );
  return [...new Set(names), 'unknown', '__proto__', 'constructor'];
}

function addressOf(parts: readonly string[], query: Readonly<Record<string, string>>): string {
  const search = Object.entries(query).map(([name, text]) => `${name}=${inAddress(text)}`);
  const path = parts.map((part) => (part === '' ? '' : inAddress(part))).join('/') || '/';
  return search.length > 0 ? `${path}?${search.join('&')}` : path;
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const NO_ANSWER: Answer = { statusCode: 599, headers: {}, body: 'no answer' };

function unique(routes: readonly ListedRoute[]): readonly ListedRoute[] {
  return [...new Map(routes.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

/** What is wrong with an answer, or null. */
function faultOf({ statusCode, headers, body }: Answer): string | null {
  if (statusCode >= 500) return `${statusCode} ${body.slice(0, 200)}`;
  if (headers['x-content-type-options'] !== 'nosniff') return `${statusCode} without nosniff`;
  if (!headers['content-security-policy']) return `${statusCode} without a policy`;
  const type = typeof headers['content-type'] === 'string' ? headers['content-type'] : '';
  if (statusCode >= 400 && !/problem\+json|text\/html/.test(type))
    return `${statusCode} as ${type}`;
  return null;
}
