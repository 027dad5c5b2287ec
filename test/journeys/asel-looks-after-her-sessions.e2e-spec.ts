import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { inventedIin } from '#features/registry/demo-town/invented-iin.js';
import { digestOfToken } from '#platform/identity/session-token.js';
import { aPerson, aReviewTown, TOWN, type TestPerson } from '#test/support/builders/review-town.js';
import { putOnTheRoll } from '#test/support/builders/roll.js';
import { aFormVisitor, type FormVisitor } from '#test/support/form-visitor.js';
import { TEST_PERSON_KEY } from '#test/support/personal-keys.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const IIN = inventedIin({ bornOn: '1985-04-15', sex: 'female', serial: 731 });
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

interface Ends {
  readonly whole: number;
  readonly idle: number;
}

describe('sessions', () => {
  let portal: TestPortal;
  let asel: string;

  beforeAll(async () => {
    portal = await openTestPortal({ env: { STAFF_ASSURANCE: 'eds, hardware-key' } });
    await aReviewTown(portal.dataSource);
    asel = v7();
    const name = { given: 'Әсел', family: 'Сынақова', bornOn: '1985-04-15', territory: TOWN };
    const pseudonym = portal.pseudonyms.of(IIN);
    await putOnTheRoll(portal.dataSource, [{ id: asel, ...name, pseudonym }]);
  });
  afterAll(() => portal.close());

  const visitorOf = ({ cookie }: Pick<TestPerson, 'cookie'>): FormVisitor =>
    aFormVisitor(portal.url, { qatysu_session: tokenIn(cookie) });

  describe('of their own length', () => {
    it.each([
      ['a resident', {}, { whole: 720, idle: 120 }],
      ['an officer', { role: 'officer' } as const, { whole: 600, idle: 60 }],
    ])('end for %s as it is written down', async (_who, wish, terms) => {
      const person = await aPerson(portal.dataSource, wish);
      await visitorOf(person).get('/kk/my');
      expect(await endsOf(person)).toEqual(terms);
    });

    it('are kept alive by being used, not past the whole term', async () => {
      const person = await aPerson(portal.dataSource);
      const visitor = visitorOf(person);
      await visitor.get('/kk/my');
      for (const _hour of Array.from({ length: 11 })) {
        await age(person, '1 hour');
        await visitor.get('/kk/my');
      }
      expect(await endsOf(person)).toEqual({ whole: 60, idle: 60 });
      await age(person, '30 minutes');
      await visitor.get('/kk/my');
      expect(await endsOf(person)).toEqual({ whole: 30, idle: 30 });
    });

    it('are noted as used at most once a minute', async () => {
      const person = await aPerson(portal.dataSource);
      const visitor = visitorOf(person);
      await visitor.get('/kk/my');
      await age(person, '40 seconds');
      await visitor.get('/kk/my');
      await age(person, '30 seconds');
      expect((await endsOf(person)).idle).toBe(119);
      await visitor.get('/kk/my');
      expect((await endsOf(person)).idle).toBe(120);
    });

    it('end when nobody uses them', async () => {
      const person = await aPerson(portal.dataSource);
      const visitor = visitorOf(person);
      await visitor.get('/kk/my');
      await age(person, '121 minutes');
      expect((await visitor.get('/kk/my')).path).toBe('/kk/sign-in?next=%2Fmy');
    });
  });

  it('get a new token at each sign-in, and the browser’s former one ends', async () => {
    const planted = 'planted-by-somebody-else';
    const first = await signIn(planted);
    const second = await signIn(first);
    expect(new Set([planted, first, second]).size).toBe(3);
    expect(await Promise.all([planted, first, second].map(isSignedIn))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('are opened by nobody else’s page', async () => {
    const answer = await fetch(`${portal.url}/kk/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ iin: IIN }),
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  });

  it('end on the server when one signs out', async () => {
    const token = await signIn(null);
    await aFormVisitor(portal.url, { qatysu_session: token }).post('/kk/sign-out', {});
    expect(await isSignedIn(token)).toBe(false);
  });

  it('have their way out on every page', async () => {
    const visitor = visitorOf(await aPerson(portal.dataSource));
    for (const path of ['', '/my', '/my/sessions', '/rounds', '/erasure'])
      expect((await visitor.get(`/kk${path}`)).html).toContain('action="/kk/sign-out"');
  });

  it('are listed by kind of device and day, and ended one by one', async () => {
    const person = await aPerson(portal.dataSource);
    const elsewhere = await anotherSessionOf(person, 'computer firefox');
    const visitor = visitorOf(person);
    const { html } = await visitor.get('/ru/my/sessions');
    expect(html).toContain('Компьютер, Firefox');
    expect(html).toContain('это устройство');
    await visitor.post(`/ru/my/sessions/${elsewhere.id}/end`, {});
    expect(await isSignedIn(elsewhere.token)).toBe(false);
    expect((await visitor.get('/ru/my/sessions')).html).not.toContain('Firefox');
  });

  it('of another person are neither listed nor ended', async () => {
    const [person, stranger] = [await aPerson(portal.dataSource), await aPerson(portal.dataSource)];
    const hers = await anotherSessionOf(stranger, 'phone safari');
    const visitor = visitorOf(person);
    expect((await visitor.get('/ru/my/sessions')).html).not.toContain('Safari');
    const refused = await visitor.post(`/ru/my/sessions/${hers.id}/end`, {});
    const missing = await visitor.post(`/ru/my/sessions/${v7()}/end`, {});
    expect([refused.status, missing.status]).toEqual([404, 404]);
    expect(await isSignedIn(hers.token)).toBe(true);
  });

  it('tell the device as it signed in, and no more of it', async () => {
    const token = await signIn(null);
    const rows: { device: string }[] = await portal.dataSource.query(
      `select device from sessions where token_digest = $1`,
      [digestOfToken(token)],
    );
    expect(rows[0]!.device).toBe('computer firefox');
  });

  describe('of people in office', () => {
    it.each([
      ['without the assurance that is demanded', '{pwd}', 403],
      ['with none', '{}', 403],
      ['with one of those demanded', '{pwd,hardware-key}', 200],
    ])('%s', async (_what, assurances, status) => {
      const officer = await aPerson(portal.dataSource, { role: 'officer' });
      await provenBy(officer, assurances);
      const { html, ...shown } = await visitorOf(officer).get('/ru/round-setup');
      expect(shown.status).toBe(status);
      if (status === 403)
        expect(html).toContain('/ru/sign-in?proof&#x3D;staff&amp;next&#x3D;%2Fround-setup');
    });

    it('are those of a resident until the stronger proof', async () => {
      const officer = await aPerson(portal.dataSource, { role: 'officer' });
      await provenBy(officer, '{pwd}');
      const asked = { headers: { cookie: officer.cookie } };
      const mine = await fetch(`${portal.url}/api/v1/sessions/mine`, asked);
      const { person } = (await mine.json()) as { person: { roles: { role: string }[] } };
      expect(person.roles.map(({ role }) => role)).toEqual(['resident']);
      const own = await visitorOf(officer).get('/ru/my');
      expect(own.status).toBe(200);
      expect(own.html).toContain('Чтобы действовать по должности');
      const { idle } = await endsOf(officer);
      expect(idle).toBe(60);
    });

    it('lose the office in the middle of a session', async () => {
      const officer = await aPerson(portal.dataSource, { role: 'officer' });
      const visitor = visitorOf(officer);
      const before = await visitor.get('/kk/round-setup');
      await portal.dataSource.query(
        `update role_holdings set held_until = current_date - 1 where resident_id = $1`,
        [officer.id],
      );
      const after = await visitor.get('/kk/round-setup');
      expect([before.status, after.status]).toEqual([200, 403]);
      expect(after.html).not.toContain('staff&amp;next');
    });
  });

  it('of long ago do no grave act, and the form is not lost', async () => {
    const token = await signIn(null);
    const visitor = aFormVisitor(portal.url, { qatysu_session: token });
    await portal.dataSource.query(
      `update sessions set proven_at = clock_timestamp() - interval '15 minutes' where token_digest = $1`,
      [digestOfToken(token)],
    );
    const refused = await visitor.post('/ru/erasure', { understood: 'yes' });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('за последние 15 минут');
    expect(refused.html).toContain('<input type="hidden" name="understood" value="yes">');
    expect(refused.html).toContain('action="/ru/erasure"');
    const proven = await visitor.post('/ru/sign-in', { iin: IIN, next: '/sign-in/proven' });
    expect(proven.html).toContain('Личность подтверждена');
    const done = await visitor.post('/ru/erasure', { understood: 'yes' });
    expect(done.path).toBe('/ru/erasure/done');
  });

  async function signIn(cookie: string | null): Promise<string> {
    const answer = await fetch(`${portal.url}/api/v1/sessions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': FIREFOX,
        ...(cookie && { cookie: `qatysu_session=${cookie}` }),
      },
      body: JSON.stringify({ provider: 'stand-in', iin: IIN }),
    });
    return tokenIn(answer.headers.getSetCookie()[0]!);
  }

  async function isSignedIn(token: string): Promise<boolean> {
    const headers = { cookie: `qatysu_session=${token}` };
    return (await fetch(`${portal.url}/api/v1/sessions/mine`, { headers })).status === 200;
  }

  async function anotherSessionOf(
    { id }: TestPerson,
    device: string,
  ): Promise<{ id: string; token: string }> {
    const token = v7();
    const rows: { id: string }[] = await portal.dataSource.query(
      `insert into sessions (token_digest, person_id, provider, device, expires_at)
       values ($1, $2, 'stand-in', $3, clock_timestamp() + interval '1 hour') returning id`,
      [digestOfToken(token), id, device],
    );
    return { id: rows[0]!.id, token };
  }

  async function provenBy({ id }: TestPerson, assurances: string): Promise<void> {
    await portal.dataSource.query(
      `update sessions set provider = 'egov', assurances = $2 where person_id = $1`,
      [id, assurances],
    );
  }

  /** Full minutes until the session ends. */
  async function endsOf({ id }: TestPerson): Promise<Ends> {
    const minutes = (column: string): string =>
      `ceil(extract(epoch from ${column} - clock_timestamp()) / 60)::int`;
    const rows: Ends[] = await portal.dataSource.query(
      `select ${minutes('ends_at')} as whole, ${minutes('expires_at')} as idle
       from sessions where person_id = $1`,
      [id],
    );
    return rows[0]!;
  }

  /** As if so much time had gone by. */
  async function age({ id }: TestPerson, by: string): Promise<void> {
    await portal.dataSource.query(
      `update sessions set created_at = created_at - $2::interval, used_at = used_at - $2::interval,
         ends_at = ends_at - $2::interval, expires_at = expires_at - $2::interval
       where person_id = $1`,
      [id, by],
    );
  }
});

describe('sessions in production', () => {
  let portal: TestPortal;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qatysu-keys-'));
    writeFileSync(join(folder, 'pepper'), 'ab'.repeat(32));
    writeFileSync(join(folder, 'person'), TEST_PERSON_KEY);
    portal = await openTestPortal({
      env: {
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://not-asked',
        PUBLIC_ORIGIN: 'https://portal.test',
        LOG_LEVEL: 'info',
        QATYSU_PEPPER_FILE: join(folder, 'pepper'),
        QATYSU_PERSON_KEY_FILE: join(folder, 'person'),
      },
    });
    await aReviewTown(portal.dataSource);
  });
  afterAll(async () => {
    await portal.close();
    rmSync(folder, { recursive: true });
  });

  it('are opened by no stand-in', async () => {
    const body = JSON.stringify({ provider: 'stand-in', iin: IIN });
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', body, headers };
    const answer = await fetch(`${portal.url}/api/v1/sessions`, sent);
    const form = aFormVisitor(portal.url);
    expect(answer.status).toBe(403);
    expect((await form.post('/kk/sign-in', { iin: IIN })).status).toBe(403);
    const { html } = await form.get('/en/sign-in');
    expect(html).toContain('No way to sign in is set up');
    expect(html).not.toContain('name="iin"');
  });

  it('are known by a cookie that no other host could have set', async () => {
    const person = await aPerson(portal.dataSource);
    const statuses = ['__Host-qatysu_session', 'qatysu_session'].map(async (name) => {
      const headers = { cookie: `${name}=${tokenIn(person.cookie)}` };
      return (await fetch(`${portal.url}/api/v1/sessions/mine`, { headers })).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 401]);
  });

  it('have a cookie for this host alone, over TLS, and no script reads it', async () => {
    const answer = await fetch(`${portal.url}/api/v1/sessions/mine`, { method: 'DELETE' });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-qatysu_session=/);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
  });
});

function tokenIn(cookie: string): string {
  return /qatysu_session=([^;]+)/.exec(cookie)![1]!;
}
