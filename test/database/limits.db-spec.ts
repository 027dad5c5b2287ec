import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anIntake, aProposingTown, VILLAGE } from '#test/support/builders/proposing-town.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  type TestVoter,
} from '#test/support/builders/voting-town.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const LOOKUPS_A_NETWORK = 120;
/** The limit as a number of its own, not inside an id. */
const FIGURE = new RegExp(`\\b${LOOKUPS_A_NETWORK}\\b`);
const CASTS_A_PERSON = 60;
const REFUSED_SIGN_INS = 300;
const WRONG_CODES = 300;
const LANES = 20;

/** The statuses of so many requests, in no sequence. */
async function statusesOf(times: number, send: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  const lane = async (): Promise<void> => {
    while (statuses.length + LANES <= times) statuses.push((await read(send())).status);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  while (statuses.length < times) statuses.push((await read(send())).status);
  return statuses;
}

async function read(sent: Promise<Response>): Promise<Response> {
  const answer = await sent;
  await answer.arrayBuffer();
  return answer;
}

/** A costly act of somebody whom nobody asks who it is. */
function lookup(portal: TestPortal, forwarded: string): Promise<Response> {
  return fetch(`${portal.url}/api/v1/pressure-reports/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
    body: JSON.stringify({ case: '2026-0001', code: 'AAAA-AAAA-AAAA-A' }),
  });
}

const count = (statuses: readonly number[], status: number): number =>
  statuses.filter((each) => each === status).length;

describe('limits of requests', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal({ env: { REQUEST_LIMITS: '1', TRUST_PROXY: '' } });
    await aProposingTown(portal.dataSource);
  });
  afterAll(() => portal.close());

  it('are of the network, whatever address a header claims, and tell a person what to do', async () => {
    let claimed = 0;
    const statuses = await statusesOf(LOOKUPS_A_NETWORK + 10, () =>
      lookup(portal, `203.0.113.${(claimed += 1) % 250}`),
    );
    expect([count(statuses, 404), count(statuses, 429)]).toEqual([LOOKUPS_A_NETWORK, 10]);
    const refused = await lookup(portal, '203.0.113.251');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const problem = (await refused.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status: 429, code: 'limits.network' });
    expect(problem['title']).toContain('Сіз отырған желіден');
    expect(JSON.stringify(problem)).not.toMatch(FIGURE);
  });

  it('show a page to people in the same case', async () => {
    await statusesOf(LOOKUPS_A_NETWORK, () => lookup(portal, '203.0.113.1'));
    const refused = await fetch(`${portal.url}/ru/pressure/follow`, {
      method: 'POST',
      body: new URLSearchParams({ case: '2026-0001', code: 'AAAA' }),
    });
    const html = await refused.text();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([
      429,
      expect.stringMatching(/^[1-9]\d*00$/),
    ]);
    expect(html).toContain('Из вашей сети');
    expect(html).toContain('Возвращайтесь примерно через 1 час');
    expect(html).not.toMatch(FIGURE);
  });

  it('of a ballot are of the person alone', async () => {
    const [one, other] = [await aVoter(), await aVoter()];
    const cast = ({ token }: TestVoter) =>
      fetch(`${portal.url}/api/v1/rounds/00000000-0000-7000-8000-000000000000/ballot`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', cookie: `qatysu_session=${token}` },
        body: JSON.stringify({ votes: [] }),
      });
    const statuses = await statusesOf(CASTS_A_PERSON + 5, () => cast(one));
    expect(count(statuses, 429)).toBe(5);
    expect((await read(cast(other))).status).not.toBe(429);
  });

  it('of signing in count only what was refused', async () => {
    const iin = 'not an iin';
    const signIn = () =>
      fetch(`${portal.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ provider: 'stand-in', iin }),
      });
    const statuses = await statusesOf(REFUSED_SIGN_INS + 3, signIn);
    expect([count(statuses, 422), count(statuses, 429)]).toEqual([REFUSED_SIGN_INS, 3]);
  });

  it('of codes that open a ballot on another device count only the wrong ones', async () => {
    await aVotingTown(portal.dataSource);
    const { roundId } = await aVotingRound(portal.dataSource);
    const tryCode = (): Promise<Response> =>
      fetch(`${portal.url}/kk/rounds/${roundId}/vote/continue`, {
        method: 'POST',
        body: new URLSearchParams({ code: 'AAAAAA' }),
      });
    const statuses = await statusesOf(WRONG_CODES + 3, tryCode);
    expect([count(statuses, 422), count(statuses, 429)]).toEqual([WRONG_CODES, 3]);
  });

  function aVoter(): Promise<TestVoter> {
    return aResident(portal.dataSource, { territory: VILLAGE });
  }
});

describe('behind a proxy', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await openTestPortal({ env: { REQUEST_LIMITS: '1', TRUST_PROXY: 'loopback' } });
  });
  afterAll(() => portal.close());

  const lookupFor = (forwarded: string): Promise<Response> => lookup(portal, forwarded);

  it('the address that the proxy saw counts, not what was claimed before it', async () => {
    let claimed = 0;
    const forged = () => lookupFor(`203.0.113.${(claimed += 1) % 250}, 198.51.100.7`);
    const statuses = await statusesOf(LOOKUPS_A_NETWORK + 1, forged);
    expect(count(statuses, 429)).toBe(1);
    expect((await lookupFor('198.51.100.8')).status).toBe(404);
    expect((await lookupFor('198.51.100.7')).status).toBe(429);
  });

  it('an IPv6 subscriber is one network', async () => {
    let host = 0;
    const statuses = await statusesOf(LOOKUPS_A_NETWORK + 1, () =>
      lookupFor(`2001:db8:1:2::${((host += 1) % 250).toString(16)}`),
    );
    expect(count(statuses, 429)).toBe(1);
    expect((await lookupFor('2001:db8:1:3::1')).status).toBe(404);
  });
});

describe('limits of a day', () => {
  let portal: TestPortal;
  let round: string;
  let person: TestVoter;
  beforeAll(async () => {
    portal = await openTestPortal();
    await aProposingTown(portal.dataSource);
    round = await anIntake(portal.dataSource);
    person = await aResident(portal.dataSource, { territory: VILLAGE });
  });
  afterAll(() => portal.close());

  const draft = ({ token }: TestVoter, body: object = {}): Promise<Response> =>
    fetch(`${portal.url}/api/v1/rounds/${round}/proposals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `qatysu_session=${token}` },
      body: JSON.stringify(body),
    });

  /** As if so many had been begun today, at another portal. */
  const begun = (points: number, expire: number): Promise<unknown> =>
    portal.dataSource.query(
      `insert into act_counts values ($1, $2, $3)
       on conflict (key) do update set points = excluded.points, expire = excluded.expire`,
      [`proposal:${person.id}`, points, expire],
    );

  it('are of one person, at whichever portal, and end with the day', async () => {
    const inAnHour = Date.now() + 3_600_000;
    await begun(99, inAnHour);
    expect((await draft(person)).status).toBe(201);
    const refused = await draft(person);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(await refused.json()).toMatchObject({ code: 'limits.day' });
    const neighbour = await aResident(portal.dataSource, { territory: VILLAGE });
    expect((await draft(neighbour)).status).toBe(201);
  });

  it('begin anew', async () => {
    const other = await aResident(portal.dataSource, { territory: VILLAGE });
    person = other;
    await begun(100, Date.now() - 1);
    expect((await draft(other)).status).toBe(201);
  });

  it('are all that limits where nobody asked for more', async () => {
    const statuses = await statusesOf(LOOKUPS_A_NETWORK + 9, () => lookup(portal, '198.51.100.7'));
    expect(count(statuses, 404)).toBe(LOOKUPS_A_NETWORK + 9);
  });
});
