import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CloseRound } from '#features/participation/results/close-round.js';
import { CountRound } from '#features/participation/results/count-round.js';
import { problemOf } from '#platform/http/problem.js';
import {
  aResident,
  aVotingRound,
  aVotingTown,
  type TestVoter,
  type VotingRound,
} from '#test/support/builders/voting-town.js';
import { load } from '#test/support/http-load.js';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(240_000);

const CONNECTIONS = 64;
const ONE_RESIDENT_ATTEMPTS = 20_000;
const RESIDENTS = 1_000;
const ATTEMPTS_EACH = 20;
const CLOSINGS = 50;
const BURST = 400;

describe('many at once', () => {
  let portal: TestPortal;
  let port: number;
  let voters: TestVoter[];

  beforeAll(async () => {
    portal = await openTestPortal();
    port = Number(new URL(portal.url).port);
    await aVotingTown(portal.dataSource);
    voters = [];
    for (let n = 0; n < RESIDENTS; n += 1) voters.push(await aResident(portal.dataSource, {}));
  });
  afterAll(() => portal.close());

  function castRequest(round: VotingRound, voter: TestVoter, key: string): string {
    const body = JSON.stringify({
      votes: [{ project: round.projects[1] }, { project: round.projects[4] }],
    });
    return (
      `PUT /api/v1/rounds/${round.roundId}/ballot HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
      `Content-Type: application/json\r\nCookie: qatysu_session=${voter.token}\r\n` +
      `Idempotency-Key: ${key}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    );
  }

  /** Sends the requests in turn over many connections; receipts by the session that asked. */
  async function send(requests: readonly string[]) {
    const receipts = new Map<string, Set<string>>();
    let place = 0;
    const result = await load({
      port,
      connections: CONNECTIONS,
      forMs: 200_000,
      next: () => requests[place++] ?? null,
      onAnswer: (request, status, body) => {
        if (status !== 201 && status !== 200) return;
        const token = /qatysu_session=(\S+)/.exec(request)![1]!;
        const { receipt } = JSON.parse(body) as { receipt: { code: string } };
        receipts.set(token, (receipts.get(token) ?? new Set()).add(receipt.code));
      },
    });
    return { receipts, byStatus: result.byStatus };
  }

  async function storedIn(round: VotingRound): Promise<{ resident: string; receipt: string }[]> {
    return portal.dataSource.query(
      `select resident_id as resident, receipt from ballots where round_id = $1`,
      [round.roundId],
    );
  }

  it(`stores one ballot from ${ONE_RESIDENT_ATTEMPTS} attempts of one resident, one receipt for all`, async () => {
    const round = await aVotingRound(portal.dataSource);
    const voter = voters[0]!;
    const request = castRequest(round, voter, 'again');
    const { receipts, byStatus } = await send(
      Array.from({ length: ONE_RESIDENT_ATTEMPTS }, () => request),
    );
    expect(byStatus).toEqual({ 201: ONE_RESIDENT_ATTEMPTS });
    expect(receipts.get(voter.token)?.size).toBe(1);
    expect(await storedIn(round)).toHaveLength(1);
  });

  it(`stores ${RESIDENTS} ballots from ${RESIDENTS} residents with ${ATTEMPTS_EACH} attempts each`, async () => {
    const round = await aVotingRound(portal.dataSource);
    const requests = Array.from({ length: ATTEMPTS_EACH }, () =>
      voters.map((voter) => castRequest(round, voter, 'mine')),
    ).flat();
    const { receipts, byStatus } = await send(requests);
    expect(byStatus).toEqual({ 201: RESIDENTS * ATTEMPTS_EACH });
    expect([...receipts.values()].filter((codes) => codes.size !== 1)).toEqual([]);
    expect(await storedIn(round)).toHaveLength(RESIDENTS);
  });

  it(`counts exactly what was acknowledged around the closing instant, ${CLOSINGS} rounds`, async () => {
    const half = (await millisecondsOfBurst()) / 2;
    let refusals = 0;
    for (let closing = 0; closing < CLOSINGS; closing += 1) {
      const round = await aVotingRound(portal.dataSource, { votingUntil: `${half} milliseconds` });
      const [{ receipts, byStatus }] = await Promise.all([
        send(burstAt(round)),
        closeAtOnce(round),
      ]);
      refusals += byStatus['422'] ?? 0;
      const stored = await storedIn(round);
      const acknowledged = [...receipts.values()].flatMap((codes) => [...codes]);
      expect(stored.map((row) => row.receipt).sort()).toEqual(acknowledged.sort());
      const [tally] = await portal.dataSource.query(
        `select ballots from tallies where round_id = $1`,
        [round.roundId],
      );
      expect(tally.ballots).toBe(stored.length);
    }
    // The bursts must really have met the close, else the test proves nothing.
    expect(refusals).toBeGreaterThan(CLOSINGS);
  });

  function burstAt(round: VotingRound): string[] {
    return voters.slice(0, BURST).map((voter) => castRequest(round, voter, 'last'));
  }

  /** How long this machine takes for a burst: the close must fall into the middle of one. */
  async function millisecondsOfBurst(): Promise<number> {
    const round = await aVotingRound(portal.dataSource);
    const begun = performance.now();
    await send(burstAt(round));
    return performance.now() - begun;
  }

  /** Asks for the closure until the database's clock allows it. */
  async function closeAtOnce(round: VotingRound): Promise<void> {
    const close = portal.app.get(CloseRound, { strict: false });
    const count = portal.app.get(CountRound, { strict: false });
    for (;;) {
      const [row] = await portal.dataSource.query(
        `select clock_timestamp() >= voting_until as over from rounds where id = $1`,
        [round.roundId],
      );
      if (row.over) break;
    }
    await asTheWorker(() => close.run(round.roundId, null));
    await asTheWorker(() => count.run(round.roundId));
  }
});

/** Asks again while the ballots that came too late hold every connection. */
async function asTheWorker<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (problemOf(error).retryAfter === undefined) throw error;
      await wait(100);
    }
  }
}
