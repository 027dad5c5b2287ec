import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  TOWN,
  type TestVoter,
} from '#test/support/builders/voting-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const BROTLI = { 'accept-encoding': 'br' };

describe('a crowd opens one page', () => {
  let portal: TestPortal;
  let reader: TestVoter;
  let address: string;

  beforeAll(async () => {
    portal = await openTestPortal();
    await aVotingTown(portal.dataSource);
    reader = await aResident(portal.dataSource, {});
    const { roundId } = await aVotingRound(portal.dataSource, {});
    address = `${portal.url}/kk/rounds/${roundId}/projects?seed=7`;
  });
  afterAll(() => portal.close());

  const open = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(address, { headers: { ...BROTLI, ...headers } });

  it('gets the same bytes with the same headers, made once', async () => {
    const [first, second] = [await open(), await open()];
    expect(await second.text()).toBe(await first.text());
    const kept = (answer: Response): [string, string][] =>
      [...answer.headers].filter(([name]) => !['date', 'transfer-encoding'].includes(name));
    expect(kept(second)).toEqual(kept(first));
    expect(second.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(second.headers.get('etag')).toMatch(/^".{22}"$/);
  });

  it('is told when it has the page already', async () => {
    const etag = (await open()).headers.get('etag')!;
    const again = await open({ 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('never meets the page of somebody who is signed in', async () => {
    await open();
    const own = await open({ cookie: `qatysu_session=${reader.token}` });
    expect(own.headers.get('cache-control')).toBe('no-store');
    const anonymous = await (await open()).text();
    expect(await own.text()).not.toBe(anonymous);
  });

  it.each([
    // Once a second, and a slow machine may need more than one.
    ['asks the database once for all, though it has signed in', undefined, [0, 3]],
    ['of officers asks each for oneself: one may have changed it', 'officer', [8, 99]],
  ] as const)('%s', async (_what, role, [least, most]) => {
    const people = await Promise.all(Array.from({ length: 8 }, () => inOffice(role)));
    const asked = jest.spyOn(portal.app.get(DataSource, { strict: false }), 'query');
    await Promise.all(people.map(({ token }) => open({ cookie: `qatysu_session=${token}` })));
    const readings = asked.mock.calls.filter(([statement]) => /from proposals p/.test(statement));
    asked.mockRestore();
    expect(readings.length).toBeGreaterThanOrEqual(least);
    expect(readings.length).toBeLessThanOrEqual(most);
  });

  async function inOffice(role: string | undefined): Promise<TestVoter> {
    const person = await aResident(portal.dataSource, {});
    if (role !== undefined)
      await portal.dataSource.query(
        `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
         values (gen_random_uuid(), $1, $2, $3, 'маман', 'специалист', '2020-01-01')`,
        [person.id, role, TOWN],
      );
    return person;
  }

  it('may read without brotli', async () => {
    const plain = await open({ 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await (await open()).text());
  });
});
