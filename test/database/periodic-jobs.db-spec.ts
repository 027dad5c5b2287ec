import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PeriodicJobs } from '#platform/outbox/periodic-jobs.js';
import { connect } from '#platform/persistence/connect.js';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';

const SMALL_POOL = 3;
const MANY = 20;

describe('jobs', () => {
  let database: TestDatabase;
  let small: DataSource;
  beforeAll(async () => {
    database = await openTestDatabase();
    small = await connect(database.url, SMALL_POOL);
  });
  afterAll(async () => {
    await small.destroy();
    await database.close();
  });

  it('may be many more than there are connections', async () => {
    const jobs = new PeriodicJobs(small);
    const done = new Set<number>();
    for (let number = 0; number < MANY; number += 1)
      jobs.register({
        name: `job ${number}`,
        everyMs: 60_000,
        run: async () => {
          await small.query(`select pg_sleep(0.05)`);
          done.add(number);
        },
      });
    jobs.start();
    for (let tries = 0; done.size < MANY && tries < 200; tries += 1) await wait(50);
    await jobs.stop();
    expect(done.size).toBe(MANY);
  });

  it('are done by one process at a time, and again by another when the first has stopped', async () => {
    const begun: string[] = [];
    const [one, other] = ['one', 'other'].map((who) => {
      const jobs = new PeriodicJobs(small);
      jobs.register({
        name: 'the same job',
        everyMs: 20,
        run: async () => {
          begun.push(who);
          await wait(100);
          begun.push(`${who} ended`);
        },
      });
      return jobs;
    });
    one!.start();
    for (let tries = 0; begun.length === 0 && tries < 100; tries += 1) await wait(10);
    other!.start();
    await wait(300);
    await one!.stop();
    await wait(200);
    await other!.stop();
    for (let at = 0; at < begun.length; at += 2)
      expect(begun.slice(at, at + 2)).toEqual([begun[at], `${begun[at]} ended`]);
    expect(begun).toContain('other');
  });
});
