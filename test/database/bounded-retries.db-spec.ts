import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { problemOf } from '#platform/http/problem.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';

const ATTEMPTS = 5;

describe('a lost race', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await openTestDatabase()));
  afterAll(() => database.close());

  const lost = (code: string): QueryFailedError =>
    new QueryFailedError('', [], Object.assign(new Error('lost'), { code }));

  it.each(['40001', '40P01'])('is tried again a few times and no more: %s', async (code) => {
    let tried = 0;
    const work = new UnitOfWork(database.dataSource).run(async () => {
      tried += 1;
      throw lost(code);
    });
    const error = await work.catch((thrown: unknown) => thrown);
    expect(tried).toBe(ATTEMPTS);
    expect(problemOf(error)).toMatchObject({ status: 503, retryAfter: 2 });
  });

  it('of two who lock in opposite ways is won by both in the end', async () => {
    const { dataSource } = database;
    const unitOfWork = new UnitOfWork(dataSource);
    await dataSource.query(`create table crossed (id int primary key, touched int not null)`);
    await dataSource.query(`insert into crossed values (1, 0), (2, 0)`);
    const cross = (first: number, second: number): Promise<void> =>
      unitOfWork.run(async (tx) => {
        const { manager } = tx as unknown as { manager: typeof dataSource.manager };
        await manager.query(`update crossed set touched = touched + 1 where id = $1`, [first]);
        await manager.query(`select pg_sleep(0.05)`);
        await manager.query(`update crossed set touched = touched + 1 where id = $1`, [second]);
      });
    await Promise.all([cross(1, 2), cross(2, 1)]);
    const rows = await dataSource.query(`select touched from crossed`);
    expect(rows).toEqual([{ touched: 2 }, { touched: 2 }]);
  });

  it('is no reason to try again when something else went wrong', async () => {
    let tried = 0;
    const work = new UnitOfWork(database.dataSource).run(async () => {
      tried += 1;
      throw lost('23505');
    });
    await expect(work).rejects.toThrow();
    expect(tried).toBe(1);
  });
});
