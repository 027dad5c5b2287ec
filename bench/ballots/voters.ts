import type { Pool } from 'pg';
import { load, type LoadResult } from '#test/support/http-load.js';
import type { Child } from '../load/child.js';
import { residentMbOf } from '../load/process-figures.js';
import { makeResidents, PROJECT_IDS, ROUND_ID, tokenOf } from './bench-town.js';

export const CONNECTIONS = Number(process.env['BENCH_CONNECTIONS'] ?? 64);

/** No path on two cores comes near this many. */
const MOST_PER_SECOND = 20_000;

/** A ballot of three choices. */
export const BALLOT_BODY = JSON.stringify({ votes: PROJECT_IDS.map((project) => ({ project })) });

/** Residents who have not voted yet, made as they are needed. */
export class Voters {
  private made = 1;
  private used = 1;

  constructor(private readonly pool: Pool) {}

  async cast(portal: Child, seconds: number): Promise<LoadResult> {
    await this.makeEnough(seconds * MOST_PER_SECOND);
    return load({
      port: portal.port,
      connections: CONNECTIONS,
      forMs: seconds * 1000,
      next: () => this.next(),
    });
  }

  async memoryAfter(portal: Child, ballots: number): Promise<number> {
    await this.makeEnough(ballots);
    let left = ballots;
    const next = (): string | null => (left-- > 0 ? this.next() : null);
    await load({ port: portal.port, connections: CONNECTIONS, forMs: 120_000, next });
    return residentMbOf(portal.pid);
  }

  /** What the next people send, each once; as many as are asked for. */
  async requests(count: number): Promise<() => string> {
    await this.makeEnough(count);
    return () => this.next();
  }

  private next(): string {
    this.used += 1;
    return castRequest(this.used);
  }

  private async makeEnough(count: number): Promise<void> {
    const missing = this.used + count + 2 - this.made;
    if (missing <= 0) return;
    await makeResidents(this.pool, this.made, missing);
    this.made += missing;
    await this.pool.query('analyze');
  }
}

function castRequest(voter: number): string {
  return (
    `PUT /api/v1/rounds/${ROUND_ID}/ballot HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n` +
    `Cookie: qatysu_session=${tokenOf(voter)}\r\nIdempotency-Key: key-${voter}\r\nContent-Length: ${BALLOT_BODY.length}\r\n\r\n${BALLOT_BODY}`
  );
}
