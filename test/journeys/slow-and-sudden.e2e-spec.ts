import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { drain } from '#apps/portal/drain.js';
import { aResident, aVotingRound, aVotingTown } from '#test/support/builders/voting-town.js';
import { type DatabaseDoor, openDatabaseDoor } from '#test/support/database-door.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

const HALF_OPEN = 200;
const PATIENCE = { headersMs: 1_500, requestMs: 3_000, silenceMs: 60_000, lookEveryMs: 200 };
/** What a person is told within, on a machine that is busy with other tests too. */
const TOLD_WITHIN_MS = 5_000;

const BEGUN_BODY =
  'POST /api/v1/sessions HTTP/1.1\r\nhost: qatysu\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n';

const portOf = ({ url }: TestPortal): number => Number(new URL(url).port);

describe('slow clients', () => {
  let portal: TestPortal;
  const sockets: Socket[] = [];
  beforeAll(async () => (portal = await openTestPortal({ slowClients: PATIENCE })));
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });
  afterAll(() => portal.close());

  /** A socket that has sent the beginning of something. */
  async function begun(text: string): Promise<{ socket: Socket; cut: Promise<unknown> }> {
    const socket = connect(portOf(portal), '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    const cut = once(socket, 'close');
    await once(socket, 'connect');
    socket.write(text);
    socket.resume();
    return { socket, cut };
  }

  it('hold up nobody, and are cut', async () => {
    const half = await Promise.all(
      Array.from({ length: HALF_OPEN }, () => begun('GET /kk HTTP/1.1\r\nhost: qatysu\r\nx-a: ')),
    );
    const honest = await fetch(`${portal.url}/kk/help`);
    expect(honest.status).toBe(200);
    await Promise.all(half.map(({ cut }) => cut));
    expect((await fetch(`${portal.url}/healthz`)).status).toBe(200);
  });

  it('are cut in the middle of a body too', async () => {
    const { cut } = await begun(`${BEGUN_BODY}{"provider":`);
    await cut;
  });

  it.each([
    ['/api/v1/sessions', 'POST', 4_096],
    ['/api/v1/petitions/0/signatures', 'POST', 4_096],
    ['/api/v1/rounds/0/ballot', 'PUT', 256 * 1024],
  ])('%s takes no body beyond its own limit', async (path, method, limit) => {
    const send = (bytes: number): Promise<Response> =>
      fetch(portal.url + path, {
        method: method === 'PUT' ? 'PUT' : 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"a":"${'x'.repeat(bytes - 8)}"}`,
      });
    expect((await send(limit)).status).not.toBe(413);
    const refused = await send(limit + 1);
    expect([refused.status, await refused.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'http.413' }),
    ]);
  });
});

describe('a portal that is asked to stop', () => {
  it('answers what is under way and takes nothing new', async () => {
    const portal = await openTestPortal();
    const { dataSource } = portal;
    await aVotingTown(dataSource);
    const { roundId, projects } = await aVotingRound(dataSource);
    const { token } = await aResident(dataSource, {});
    const lock = dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query(`lock table ballots in access exclusive mode`);
    const agent = new Agent({ keepAlive: true });
    const cast = sent({ portal, agent, token, path: `/api/v1/rounds/${roundId}/ballot` }, [
      { project: projects[1] },
    ]);
    await wait(300);
    const drained = drain(portal.app);
    await expect(fetch(`${portal.url}/healthz`)).rejects.toThrow();
    await lock.rollbackTransaction();
    await lock.release();
    expect((await cast).statusCode).toBe(201);
    await drained;
    agent.destroy();
    await portal.close();
  });

  it('cuts what takes too long', async () => {
    const portal = await openTestPortal();
    const socket = connect(portOf(portal), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.resume();
    socket.write(`${BEGUN_BODY}{`);
    await wait(100);
    const cut = once(socket, 'close');
    await drain(portal.app, 200);
    await cut;
    await portal.close();
  });
});

describe.each(['refusing', 'silent'] as const)('a database that is away, %s', (how) => {
  let portal: TestPortal;
  let door: DatabaseDoor;
  beforeAll(async () => {
    const through = async (url: string): Promise<string> =>
      (door = await openDatabaseDoor(url)).url;
    portal = await openTestPortal({ through });
    door.shut(how);
  });
  afterAll(async () => {
    await portal.close();
    await door.close();
  });

  it.each(['/kk/petitions', '/ru/places', '/api/v1/petitions', '/readyz'])(
    '%s tells soon to come again soon',
    async (path) => {
      const from = performance.now();
      const answer = await fetch(portal.url + path);
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(2);
      expect(performance.now() - from).toBeLessThan(TOLD_WITHIN_MS);
      const html = await answer.text();
      if (path.startsWith('/kk')) expect(html).toContain('Қызмет уақытша қолжетімсіз');
      if (path.startsWith('/ru')) expect(html).toContain('Сервис временно недоступен');
    },
  );

  it('says that the process lives all the same', async () =>
    expect((await fetch(`${portal.url}/healthz`)).status).toBe(200));

  it('is found again without a start anew', async () => {
    door.open();
    expect((await fetch(`${portal.url}/kk/petitions`)).status).toBe(200);
  });
});

interface Sending {
  readonly portal: TestPortal;
  readonly agent: Agent;
  readonly token: string;
  readonly path: string;
}

/** A ballot over a connection that is kept open, as browsers do. */
async function sent(sending: Sending, votes: readonly object[]): Promise<IncomingMessage> {
  const { portal, agent, token, path } = sending;
  const request = httpRequest(portal.url + path, {
    agent,
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie: `qatysu_session=${token}` },
  });
  request.end(JSON.stringify({ votes }));
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  return answer;
}
