import type { Pool } from 'pg';
import { load, type LoadResult } from '#test/support/http-load.js';
import { makeResidents, tokenOf } from '../ballots/bench-town.js';
import type { Child } from '../load/child.js';
import { PETITION_ID } from './bench-petition.js';

export const CONNECTIONS = Number(process.env['BENCH_CONNECTIONS'] ?? 64);

/** No path on two cores comes near this many. */
const MOST_PER_SECOND = 20_000;

/** Residents who have not signed yet, made as they are needed. */
export class Signers {
  private made = 1;
  private used = 1;

  constructor(private readonly pool: Pool) {}

  async sign(portal: Child, seconds: number): Promise<LoadResult> {
    await this.makeEnough(seconds * MOST_PER_SECOND);
    return load({
      port: portal.port,
      connections: CONNECTIONS,
      forMs: seconds * 1000,
      next: () => this.next(),
    });
  }

  private next(): string {
    this.used += 1;
    return (
      `POST /api/v1/petitions/${PETITION_ID}/signatures HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
      `Content-Type: application/json\r\nCookie: qatysu_session=${tokenOf(this.used)}\r\n` +
      `Idempotency-Key: key-${this.used}\r\nContent-Length: 2\r\n\r\n{}`
    );
  }

  private async makeEnough(count: number): Promise<void> {
    const missing = this.used + count + 2 - this.made;
    if (missing <= 0) return;
    await makeResidents(this.pool, this.made, missing);
    this.made += missing;
    await this.pool.query('analyze');
  }
}

/** Signatures acknowledged; anything else is a fault of the benchmark. */
export function acknowledged({ byStatus }: LoadResult): number {
  const others = Object.entries(byStatus).filter(([status]) => status !== '201');
  if (others.length > 0)
    throw new Error(`Not every signature was acknowledged: ${JSON.stringify(byStatus)}`);
  return byStatus['201'] ?? 0;
}
