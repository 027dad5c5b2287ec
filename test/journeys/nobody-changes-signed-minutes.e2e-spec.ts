import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { anAssembly, type TestAssembly } from '#test/support/builders/assembly-town.js';
import {
  aPerson,
  aPetitionTown,
  DISTRICT,
  OKRUG,
  type PersonWish,
} from '#test/support/builders/petition-town.js';
import { signedMinutes } from '#test/support/builders/signed-minutes.js';
import { bodiesFor, inAddress } from '#test/support/odd-input.js';
import { listRoutes, type ListedRoute } from '#test/support/route-list.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(180_000);

const SEED = 20_261_122;
const BODIES_A_ROUTE = 12;
/** Whatever stands around a meeting and its minutes: for programs and for people. */
const AROUND = /meetings\/:|minutes\/:|minutes-desk|assembly-desk/;
/** All that the page of the minutes shows for ever. */
const SIGNED = `select document::text, digest, (select json_agg(s order by s.capacity)
  from minutes_signatures s where s.minutes_id = m.id)::text as signatures from minutes m where id = $1`;

/** Signed minutes of everything are read by anybody and written by nobody. */
describe('minutes that both have signed', () => {
  let portal: TestPortal;
  let assembly: TestAssembly;
  let ids: { readonly minutesId: string; readonly meetingId: string };
  let document: OpenAPIObject;
  let routes: readonly ListedRoute[];

  beforeAll(async () => {
    portal = await openTestPortal();
    await aPetitionTown(portal.dataSource);
    assembly = await anAssembly(portal);
    ids = await signedMinutes(portal, assembly);
    document = (await (await fetch(`${portal.url}/api/openapi.json`)).json()) as OpenAPIObject;
    routes = listRoutes(portal.app).filter(
      ({ method, path }) => method !== 'GET' && AROUND.test(path),
    );
  });
  afterAll(() => portal.close());

  it.each<[string, PersonWish | 'secretary' | 'chair']>([
    ['their secretary', 'secretary'],
    ['their chair', 'chair'],
    ['the akim', { role: 'akim', office: OKRUG }],
    ['the akim above', { role: 'akim', office: DISTRICT }],
    ['another secretary', { role: 'secretary', office: OKRUG }],
    ['an officer', { role: 'officer' }],
    ['the maslikhat’s secretary', { role: 'maslikhat-secretary' }],
  ])('are not changed by %s through any route', async (_, wish) => {
    const cookie = await cookieOf(wish);
    const before = await stored();
    let done = 0;
    for (const route of routes)
      for (const payload of fc.sample(bodiesOf(route), { numRuns: BODIES_A_ROUTE, seed: SEED })) {
        const answer = await portal.app.inject({
          ...requestTo(route, payload),
          headers: headersOf(route, cookie),
        });
        if (answer.statusCode < 400) done += 1;
      }
    expect(await stored()).toEqual(before);
    expect(routes.length).toBeGreaterThan(40);
    if (wish === 'secretary') expect(done).toBeGreaterThan(0);
  });

  const stored = (): Promise<unknown> => portal.dataSource.query(SIGNED, [ids.minutesId]);

  async function cookieOf(wish: PersonWish | 'secretary' | 'chair'): Promise<string> {
    if (wish === 'secretary' || wish === 'chair') return assembly[wish].cookie;
    return (await aPerson(portal.dataSource, wish)).cookie;
  }

  function bodiesOf({ method, path }: ListedRoute): fc.Arbitrary<string> {
    const item = document.paths[path.replace(/:(\w+)/g, '{$1}')] as
      Record<string, { requestBody?: { content: Record<string, { schema: object }> } }> | undefined;
    const content = item?.[method.toLowerCase()]?.requestBody?.content;
    const bodies = bodiesFor(content?.['application/json']?.schema ?? {}, document);
    return isPage(path) ? forms : bodies.map((body) => JSON.stringify(body) ?? '');
  }

  function requestTo({ method, path }: ListedRoute, payload: string) {
    const url = path
      .replace(':lang', 'kk')
      .replace(':kato', OKRUG)
      .replace(/minutes\/:\w+/, `minutes/${ids.minutesId}`)
      .replace(/:(meeting|meetingId|id)\b/, ids.meetingId)
      .replace(/:\w+/g, '1');
    return { method, url, payload };
  }
});

const isPage = (path: string): boolean => path.startsWith('/:lang');

function headersOf({ path }: ListedRoute, cookie: string): Record<string, string> {
  const type = isPage(path) ? 'application/x-www-form-urlencoded' : 'application/json';
  return { cookie, 'content-type': type, 'sec-fetch-site': 'same-origin', 'if-match': '"1"' };
}

/** Fields of the desk's forms that a careless handler could take for the minutes. */
const forms: fc.Arbitrary<string> = fc
  .subarray(['heard.kk', 'heard.ru', 'text.kk', 'text.ru', 'state', 'document', 'for', 'digest'], {
    minLength: 1,
  })
  .map((names) => names.map((name) => `${inAddress(name)}=${inAddress('Басқа мәтін')}`).join('&'));
