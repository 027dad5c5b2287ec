import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  aResident,
  aVotingRound,
  aVotingTown,
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

  it('may read without brotli', async () => {
    const plain = await open({ 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await (await open()).text());
  });
});
