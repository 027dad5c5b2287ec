import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { openTestPortal, type TestPortal } from '#test/support/test-portal.js';

jest.setTimeout(60_000);

/**
 * Constraints and indexes are written by hand in the migrations, many of them beyond what a record
 * can say (checks, partial and trigram indexes, keys to tables without a record).
 */
const OWNED_BY_MIGRATIONS = /^(ALTER TABLE "\w+" DROP CONSTRAINT|DROP INDEX)/;

describe('records and migrations', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await openTestPortal()));
  afterAll(() => portal.close());

  async function driftOf(dataSource: DataSource): Promise<string[]> {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query).filter((query) => !OWNED_BY_MIGRATIONS.test(query));
  }

  it('tell the same columns, types, defaults and unique keys', async () => {
    const dataSource = portal.app.get(DataSource);
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(10);
    expect(await driftOf(dataSource)).toEqual([]);
  });

  it('are noticed when they differ', async () => {
    const dataSource = portal.app.get(DataSource);
    await dataSource.query(`alter table rounds alter column year type bigint`);
    expect(await driftOf(dataSource)).not.toEqual([]);
  });
});
