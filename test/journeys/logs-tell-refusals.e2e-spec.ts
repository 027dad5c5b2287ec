import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  aCompleteProposal,
  anIntake,
  aProposingTown,
  somebody,
  type Somebody,
  VILLAGE,
} from '#test/support/builders/proposing-town.js';
import { inventedIin } from '#features/registry/demo-town/invented-iin.js';
import { putOnTheRoll } from '#test/support/builders/roll.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';
import { catchLog, type WrittenLog } from '#test/support/written-log.js';

jest.setTimeout(60_000);

const IIN = inventedIin({ bornOn: '1987-02-11', sex: 'male', serial: 4131 });
const PERSON = '0190a000-0000-7000-8000-000000000087';
const NO_ROUND = '0190a000-0000-7000-8000-000000000000';

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('the log of refusals', () => {
  let portal: TestPortal;
  let log: WrittenLog;
  let resident: Somebody;
  let author: Somebody;
  let round: string;
  let draft: string;

  beforeAll(async () => {
    log = catchLog();
    portal = await openTestPortal({ env: { REQUEST_LIMITS: '1' } });
    await aProposingTown(portal.dataSource);
    round = await anIntake(portal.dataSource);
    resident = await somebody(portal.dataSource);
    author = await somebody(portal.dataSource);
    const person = { id: PERSON, given: 'Ерлан', family: 'Сәрсенов', bornOn: '1987-02-11' };
    const pseudonym = portal.pseudonyms.of(IIN);
    await putOnTheRoll(portal.dataSource, [{ ...person, territory: VILLAGE, pseudonym }]);
    const drafted = await send(`/api/v1/rounds/${round}/proposals`, {
      body: aCompleteProposal(),
      headers: { cookie: author.cookie },
    });
    draft = ((await drafted.json()) as { id: string }).id;
  });
  afterEach(() => void log.take());
  afterAll(async () => {
    log.restore();
    await portal.close();
  });

  function send(path: string, { method, body, headers }: Sent = {}): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(portal.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { 'content-type': 'application/json', ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: text }),
    });
  }

  /** The security lines that a request leaves; every line must be one JSON object. */
  async function linesOf(path: string, sent: Sent = {}): Promise<Record<string, unknown>[]> {
    log.take();
    await (await send(path, sent)).arrayBuffer();
    return log
      .take()
      .filter(({ context }) => context === 'security')
      .map(({ message }) => message as Record<string, unknown>);
  }

  const by = ({ cookie }: Somebody): Pick<Sent, 'headers'> => ({ headers: { cookie } });
  const form = (fields: Record<string, string>): Sent => ({
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const signIn = (iin: string): Sent => ({ body: { provider: 'stand-in', iin } });

  it.each<[string, () => [string, Sent?], Record<string, unknown>]>([
    ['of nobody', () => ['/api/v1/sessions/mine'], { event: 'not-signed-in', status: 401 }],
    ['of nobody at a page', () => ['/kk/my'], { event: 'not-signed-in', route: '/:lang/my' }],
    [
      'without the role',
      () => ['/api/v1/rounds', { body: {}, ...by(resident) }],
      { event: 'forbidden', status: 403, code: 'identity.role_needed', method: 'POST' },
    ],
    [
      'from another site',
      () => ['/kk/sign-out', { body: '', headers: { 'sec-fetch-site': 'cross-site' } }],
      { event: 'forbidden', status: 403 },
    ],
    [
      'of what is another’s',
      () => [`/api/v1/proposals/${draft}`, by(resident)],
      { event: 'hidden', status: 404 },
    ],
    [
      'of a body that is none',
      () => ['/api/v1/sessions', { body: '{"iin":' }],
      { event: 'unreadable', status: 400 },
    ],
    [
      'of a body that is too large',
      () => ['/api/v1/sessions', { body: { iin: 'x'.repeat(5_000) } }],
      { event: 'too-large', status: 413 },
    ],
    [
      'by a rule',
      () => [`/api/v1/rounds/${NO_ROUND}/proposals`, { body: {}, ...by(resident) }],
      { status: 404, act: 'proposal' },
    ],
    [
      'of a sign-in',
      () => ['/api/v1/sessions', signIn(`${IIN.slice(0, 11)}x`)],
      { event: 'sign-in-refused', act: 'sign-in' },
    ],
    [
      'of a sign-in at a page',
      () => ['/kk/sign-in', form({ iin: '1', next: '/' })],
      { event: 'sign-in-refused', route: '/:lang/sign-in' },
    ],
  ])('has one line for a refusal %s', async (_what, request, expected) => {
    const lines = await linesOf(...request());
    expect(lines).toEqual([expect.objectContaining(expected)]);
    expect(lines[0]).toEqual(expect.objectContaining({ requestId: expect.any(String) }));
  });

  it('has one line for a refusal of what was too often', async () => {
    await portal.dataSource.query(
      `insert into act_counts values ($1, 100, $2) on conflict (key) do update set points = 100`,
      [`proposal:${resident.id}`, Date.now() + 3_600_000],
    );
    const sent = { body: {}, ...by(resident) };
    const [line, ...others] = await linesOf(`/api/v1/rounds/${round}/proposals`, sent);
    const about = { event: 'too-often', status: 429, code: 'limits.day', act: 'proposal' };
    expect([line, others]).toEqual([
      expect.objectContaining({ ...about, person: resident.id }),
      [],
    ]);
  });

  it('tells who it was and from where, whatever a header claims', async () => {
    const headers = { cookie: resident.cookie, 'x-forwarded-for': '203.0.113.9' };
    const [line] = await linesOf('/api/v1/rounds', { body: {}, headers });
    expect(line).toMatchObject({ person: resident.id, from: '127.0.0.1' });
  });

  it('has one line for a sign-in, with the person and the way', async () => {
    const lines = await linesOf('/api/v1/sessions', signIn(IIN));
    expect(lines).toEqual([
      expect.objectContaining({ event: 'signed-in', person: PERSON, provider: 'stand-in' }),
    ]);
  });

  it.each<[string, () => [string, Sent?]]>([
    ['a ballot', () => [`/api/v1/rounds/${NO_ROUND}/ballot`, { method: 'PUT', body: {} }]],
    ['a signature', () => [`/api/v1/petitions/${NO_ROUND}/signatures`, { body: {} }]],
    [
      'a report of pressure',
      () => ['/api/v1/pressure-reports/lookup', { body: { case: 1 }, ...by(resident) }],
    ],
  ])('does not say who was refused %s, nor from where', async (_what, request) => {
    const [line, ...others] = await linesOf(...request());
    expect([line?.['event'], others]).toEqual([expect.any(String), []]);
    expect(line).not.toHaveProperty('person');
    expect(line).not.toHaveProperty('from');
  });

  it('has none for a stray link of somebody who is not signed in', async () => {
    expect(await linesOf(`/api/v1/proposals/${draft}`)).toEqual([]);
    expect(await linesOf('/kk/nowhere', by(resident))).toEqual([]);
  });

  it('names the moment with its zone', async () => {
    await send('/api/v1/sessions/mine');
    const [line] = log.take();
    expect(line?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('stays one line whatever is sent to break it', async () => {
    const breaks = ['\r\n', '\n', '\u0085', '\u2028', '\u2029', '\u001b[2K', '\u009b2K'];
    for (const sign of breaks) {
      const forged = `${sign}{"level":"warn","context":"security","message":{"event":"forged"}}`;
      const address = encodeURIComponent(forged);
      const lines = [
        ...(await linesOf(`/api/v1/rounds/${address}/proposals`, { body: {}, ...by(resident) })),
        ...(await linesOf('/api/v1/sessions', { body: { provider: forged, [forged]: forged } })),
      ];
      expect(lines.map(({ event }) => event)).not.toContain('forged');
      expect(lines).toHaveLength(2);
    }
    // A line feed alone ends a line.
    expect(log.text().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });

  it('has a line for what is not HTTP as it is written', async () => {
    log.take();
    const socket = connect(Number(new URL(portal.url).port), '127.0.0.1');
    socket.end(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    socket.resume();
    await once(socket, 'close');
    expect(log.take().map(({ message }) => message)).toEqual([
      expect.objectContaining({ event: 'broken-http', from: '127.0.0.1' }),
    ]);
  });
});
