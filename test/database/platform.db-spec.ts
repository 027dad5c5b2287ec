import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '#platform/persistence/connect.js';
import { migrate } from '#platform/persistence/migrate.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';
import { pendingMigrations } from '#platform/persistence/schema/schema-state.js';
import { assertDurable } from '#platform/persistence/durability.js';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.js';

describe('the schema', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await openTestDatabase()));
  afterAll(() => database.close());

  it('is complete after all migrations and goes down and up again', async () => {
    expect(await pendingMigrations(database.dataSource)).toEqual([]);
    for (const _ of MIGRATIONS)
      await database.dataSource.undoLastMigration({ transaction: 'each' });
    expect(await pendingMigrations(database.dataSource)).toHaveLength(MIGRATIONS.length);
    await migrate(database.dataSource);
    expect(await pendingMigrations(database.dataSource)).toEqual([]);
  });

  it('lies in a durable database', async () => {
    await expect(assertDurable(database.dataSource)).resolves.toBeUndefined();
  });

  it('refuses a server that could lose acknowledged acts, naming each setting', async () => {
    const name = database.url.split('/').at(-1)!;
    await database.dataSource.query(`alter database "${name}" set synchronous_commit = off`);
    const other = await connect(database.url);
    await expect(assertDurable(other)).rejects.toThrow('synchronous_commit=off');
    await other.destroy();
  });
});
