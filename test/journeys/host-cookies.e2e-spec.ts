import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aVotingRound, aVotingTown, TOWN, WEST } from '#test/support/builders/voting-town.js';
import { TEST_PERSON_KEY } from '#test/support/personal-keys.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

describe('cookies in production', () => {
  let portal: TestPortal;
  let folder: string;
  let round: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qatysu-keys-'));
    writeFileSync(join(folder, 'pepper'), 'ab'.repeat(32));
    writeFileSync(join(folder, 'person'), TEST_PERSON_KEY);
    portal = await openTestPortal({
      env: {
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://not-asked',
        QATYSU_PEPPER_FILE: join(folder, 'pepper'),
        QATYSU_PERSON_KEY_FILE: join(folder, 'person'),
      },
    });
    await aVotingTown(portal.dataSource);
    round = (await aVotingRound(portal.dataSource)).roundId;
  });
  afterAll(async () => {
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  const send = (path: string, cookie = '', body = ''): Promise<Response> =>
    fetch(portal.url + path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body,
      redirect: 'manual',
    });

  it.each([
    ['the chosen place', () => `/kk/places/${WEST}/choice`, '__Host-qatysu_place'],
    ['a ballot in the making', () => `/kk/rounds/${round}/vote/start`, '__Host-qatysu_draft'],
  ])('of %s are bound to this host', async (_what, path, name) => {
    const [cookie, ...others] = (await send(path(), '', `district=${TOWN}`)).headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(new RegExp(`^${name}=[^;]+;`));
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie?.split('; ')).toContain(attribute);
    expect(cookie).not.toMatch(/Domain/i);
  });

  it('of a session go at the sign-out, with what pages left in the browser', async () => {
    for (const [method, path] of [
      ['POST', '/kk/sign-out'],
      ['DELETE', '/api/v1/sessions/mine'],
    ] as const) {
      const answer = await fetch(portal.url + path, { method, redirect: 'manual' });
      expect(answer.headers.getSetCookie().join()).toMatch(
        /^__Host-qatysu_session=;.*Expires=Thu, 01 Jan 1970/,
      );
      expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    }
  });

  it('that a sister host planted are not seen', async () => {
    const home = async (cookie: string): Promise<string> => {
      const html = await (await fetch(`${portal.url}/kk`, { headers: { cookie } })).text();
      return html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    };
    const plain = await home('');
    expect(await home(`qatysu_place=${WEST}`)).toBe(plain);
    expect(await home(`__Host-qatysu_place=${WEST}`)).not.toBe(plain);
  });
});
