import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { inventedIin } from '#features/registry/demo-town/invented-iin.js';
import { aReviewTown, DISTRICT, TOWN } from '#test/support/builders/review-town.js';
import { publishName, putOnTheRoll } from '#test/support/builders/roll.js';
import { type Behaviour, CLIENT, OpenIdProvider } from '#test/support/open-id-provider.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(120_000);

const IIN = inventedIin({ bornOn: '1985-04-15', sex: 'female', serial: 732 });
const STRANGER = inventedIin({ bornOn: '1985-04-15', sex: 'female', serial: 733 });
const NOW_SECONDS = (): number => Math.floor(Date.now() / 1_000);

interface Arrival {
  /** Where the portal sent the browser in the end. */
  readonly path: string;
  readonly cookies: ReadonlyMap<string, string>;
}

describe('signing in with eGov', () => {
  let portal: TestPortal;
  let provider: OpenIdProvider;
  let folder: string;

  beforeAll(async () => {
    provider = await OpenIdProvider.start();
    folder = mkdtempSync(join(tmpdir(), 'qatysu-egov-'));
    writeFileSync(join(folder, 'secret'), `${CLIENT.secret}\n`);
    portal = await openTestPortal({
      env: {
        EGOV_ISSUER: provider.issuer,
        EGOV_CLIENT_ID: CLIENT.id,
        EGOV_CLIENT_SECRET_FILE: join(folder, 'secret'),
        EGOV_PATIENCE_MS: '1500',
        PUBLIC_ORIGIN: 'http://portal.test',
        STAFF_ASSURANCE: 'urn:eds hardware-key',
      },
    });
    await aReviewTown(portal.dataSource);
    const id = v7();
    const name = { given: 'Әсел', family: 'Сынақова', bornOn: '1985-04-15', territory: TOWN };
    await putOnTheRoll(portal.dataSource, [{ id, ...name, pseudonym: portal.pseudonyms.of(IIN) }]);
    await publishName(portal.dataSource, id, name);
    await portal.dataSource.query(
      `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
       values (gen_random_uuid(), $1, 'officer', $2, 'Маман', 'Специалист', '2020-01-01')`,
      [id, DISTRICT],
    );
  });
  afterAll(async () => {
    await portal.close();
    await provider.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    provider.claims = { iin: IIN, acr: 'urn:pwd' };
    provider.userInfo = {};
    provider.signsFalsely = false;
    provider.behaviour = 'well';
  });

  it('leads back to where one was', async () => {
    const { path, cookies } = await arriveFrom('/ru/sign-in/egov?next=%2Fmy%2Fpetitions');
    expect(path).toBe('/ru/my/petitions');
    expect(await personOf(cookies)).toMatchObject({ name: 'Әсел С.' });
    expect(cookies.get('qatysu_sign_in')).toBe('');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
    'leads to no other site by %s',
    async (next) => {
      const { path } = await arriveFrom(`/kk/sign-in/egov?next=${encodeURIComponent(next)}`);
      expect(path).toBe('/kk');
    },
  );

  it('asks with a proof key, and returns to the address of the configuration', async () => {
    await arriveFrom('/en/sign-in/egov');
    const { asked } = provider;
    expect(asked.get('redirect_uri')).toBe('http://portal.test/kk/sign-in/egov/return');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.get('ui_locales'), asked.get('acr_values'), asked.get('max_age')]).toEqual([
      'en',
      null,
      null,
    ]);
  });

  it.each([
    ['with the prefix of certificates', { iin: `IIN${IIN}` }, {}],
    ['told at the other endpoint alone', { iin: null }, { iin: IIN }],
  ])('knows the IIN %s', async (_what, claims, userInfo) => {
    provider.claims = claims;
    provider.userInfo = userInfo;
    expect((await arriveFrom('/kk/sign-in/egov?next=%2Fmy')).path).toBe('/kk/my');
  });

  it.each([
    ['no IIN', { iin: null }, 'egov_no_iin'],
    ['a number for an IIN', { iin: 850415300002 }, 'egov_no_iin'],
    [
      'an IIN with a wrong check digit',
      { iin: `${IIN.slice(0, 11)}${(+IIN[11]! + 1) % 10}` },
      'egov_no_iin',
    ],
    ['somebody who is not on the roll', { iin: STRANGER }, 'not_on_the_roll'],
    ['another issuer', { iss: 'https://evil.example' }, 'egov_not_proven'],
    ['another audience', { aud: 'another-portal' }, 'egov_not_proven'],
    ['two audiences', { aud: [CLIENT.id, 'another-portal'] }, 'egov_not_proven'],
    ['another nonce', { nonce: 'of-another-flow' }, 'egov_not_proven'],
    ['no nonce', { nonce: null }, 'egov_not_proven'],
    ['an end long ago', { exp: NOW_SECONDS() - 300 }, 'egov_not_proven'],
    ['a beginning to come', { nbf: NOW_SECONDS() + 300 }, 'egov_not_proven'],
  ])('does not believe %s', async (_what, claims, failed) => {
    provider.claims = { iin: IIN, ...claims };
    const { path, cookies } = await arriveFrom('/ru/sign-in/egov?next=%2Fmy');
    expect(path).toBe(`/ru/sign-in?failed=${failed}&proof=ordinary&next=%2Fmy`);
    expect(cookies.has('qatysu_session')).toBe(false);
  });

  it('does not believe a token that somebody else signed', async () => {
    provider.signsFalsely = true;
    expect((await arriveFrom('/ru/sign-in/egov')).path).toContain('failed=egov_not_proven');
  });

  it('takes a code once, and only in the browser that began', async () => {
    const begun = await begin('/kk/sign-in/egov?next=%2Fmy');
    const back = await returnOf(begun.location);
    const strange = await ask(back, new Map());
    expect(strange.location).toContain('failed=sign_in_expired');
    const other = await begin('/kk/sign-in/egov?next=%2Fmy');
    expect((await ask(back, other.cookies)).location).toContain('failed=egov_not_proven');
    expect((await ask(back, begun.cookies)).location).toBe('/kk/my');
    expect((await ask(back, begun.cookies)).location).toContain('failed=egov_not_proven');
  });

  it('says so when somebody leaves eGov without a proof', async () => {
    const { cookies, location } = await begin('/ru/sign-in/egov');
    const state = new URL(location).searchParams.get('state')!;
    const denied = `/kk/sign-in/egov/return?error=access_denied&error_description=%3Cb%3E&state=${state}`;
    const { location: at } = await ask(denied, cookies);
    expect(at).toContain('/ru/sign-in?failed=egov_refused');
    const html = await (await fetch(portal.url + at)).text();
    expect(html).toContain('Вход в eGov не был завершён');
  });

  it('opens an office only for the assurance that is demanded', async () => {
    const { cookies } = await arriveFrom('/kk/sign-in/egov');
    expect((await personOf(cookies)).roles).toEqual(['resident']);
    provider.claims = { iin: IIN, acr: 'urn:pwd', amr: ['pin', 'hardware-key'] };
    const stepped = await arriveFrom('/kk/sign-in/egov?proof=staff', cookies);
    expect(provider.asked.get('acr_values')).toBe('urn:eds hardware-key');
    expect((await personOf(stepped.cookies)).roles).toEqual(['resident', 'officer']);
    expect((await ask('/api/v1/sessions/mine', cookies)).status).toBe(401);
  });

  it.each([
    ['of a moment ago', 0, '/kk/my'],
    ['older than asked for', 1_200, '/kk/sign-in?failed=egov_not_proven&proof=fresh&next=%2Fmy'],
  ])('takes for a fresh proof one %s', async (_what, age, path) => {
    provider.claims = { iin: IIN, auth_time: NOW_SECONDS() - age };
    expect((await arriveFrom('/kk/sign-in/egov?proof=fresh&next=%2Fmy')).path).toBe(path);
    expect(provider.asked.get('max_age')).toBe('450');
  });

  it.each([
    ['says nothing of its age', null, null],
    ['is an hour old', () => NOW_SECONDS() - 3_600, 3_600],
  ])('keeps in the session that a proof %s', async (_what, at, seconds) => {
    provider.claims = { iin: IIN, auth_time: at && at() };
    await arriveFrom('/kk/sign-in/egov');
    const rows: { age: number | null }[] = await portal.dataSource.query(
      `select round(extract(epoch from created_at - proven_at) / 60)::int * 60 as age
       from sessions order by created_at desc limit 1`,
    );
    expect(rows[0]!.age).toBe(seconds);
  });

  describe('while it is away', () => {
    it.each<[Behaviour]>([['hangs'], ['resets'], ['breaks'], ['babbles'], ['floods']])(
      'and %s, says so soon and shows nothing of it; then works again by itself',
      async (behaviour) => {
        const begun = await begin('/ru/sign-in/egov?next=%2Fmy');
        const back = await returnOf(begun.location);
        provider.behaviour = behaviour;
        const from = performance.now();
        const { location } = await ask(back, begun.cookies);
        expect(performance.now() - from).toBeLessThan(5_000);
        expect(location).toBe('/ru/sign-in?failed=egov_away&proof=ordinary&next=%2Fmy');
        const html = await (await fetch(portal.url + location)).text();
        expect(html).toContain('eGov сейчас не отвечает');
        expect(html).not.toContain('alert(1)');
        const leaving = await ask('/ru/sign-in/egov', new Map());
        expect(leaving.location).toContain('failed=egov_away');
        provider.behaviour = 'well';
        expect((await arriveFrom('/ru/sign-in/egov?next=%2Fmy')).path).toBe('/ru/my');
      },
    );
  });

  /** All the way: leaves for the provider, is let in, comes back. */
  async function arriveFrom(
    path: string,
    cookies: ReadonlyMap<string, string> = new Map(),
  ): Promise<Arrival> {
    const begun = await begin(path, cookies);
    const { location, cookies: kept } = await ask(await returnOf(begun.location), begun.cookies);
    return { path: location, cookies: kept };
  }

  async function begin(path: string, cookies: ReadonlyMap<string, string> = new Map()) {
    const begun = await ask(path, cookies);
    if (!begun.location.startsWith(provider.issuer)) throw new Error(`Led to ${begun.location}`);
    return begun;
  }

  /** Where the provider sends the browser, as a path of the portal. */
  async function returnOf(address: string): Promise<string> {
    const { headers } = await fetch(address, { redirect: 'manual' });
    const { origin, pathname, search } = new URL(headers.get('location')!);
    expect(origin).toBe('http://portal.test');
    return pathname + search;
  }

  async function ask(path: string, cookies: ReadonlyMap<string, string>) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(portal.url + path, { redirect: 'manual', headers: { cookie } });
    const set = answer.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line)!);
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      cookies: new Map([...cookies, ...set.map(([, name, value]) => [name!, value!] as const)]),
    };
  }

  async function personOf(cookies: ReadonlyMap<string, string>) {
    const headers = { cookie: `qatysu_session=${cookies.get('qatysu_session')}` };
    const answer = await fetch(`${portal.url}/api/v1/sessions/mine`, { headers });
    const { person } = (await answer.json()) as {
      person: { name: string; roles: { role: string }[] };
    };
    return { name: person.name, roles: person.roles.map(({ role }) => role) };
  }
});
