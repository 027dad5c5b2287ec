import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { isDatabaseAway } from '#platform/persistence/database-away.js';
import { openHotPool } from '#platform/persistence/hot-pool.js';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';

/** An event that nobody listens to ends the process: this file would not reach its end. */
describe('a connection that the database ends', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await openTestDatabase()));
  afterAll(() => database.close());

  async function endedBy(pid: number): Promise<void> {
    await database.dataSource.query(`select pg_terminate_backend($1, 2000)`, [pid]);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  it('fails the act that had it, while it is lent, and nothing else', async () => {
    const pool = openHotPool({ databaseUrl: database.url, acts: 'test', connections: 1 });
    const client: PoolClient = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await endedBy(rows[0]!.pid);
    const refusal = await client.query('select 1').catch((error: unknown) => error);
    client.release(true);
    expect(refusal).toBeInstanceOf(Error);
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('is told as a database that is away to whoever is in a transaction on it', async () => {
    const work = database.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      const other = database.dataSource.createQueryRunner();
      await other.query(`select pg_terminate_backend($1, 2000)`, [row!.pid]);
      await other.release();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await manager.query('select 1');
    });
    const refusal = await work.catch((error: unknown) => error);
    expect(isDatabaseAway(refusal)).toBe(true);
  });
});
