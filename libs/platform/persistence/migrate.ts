import type { DataSource } from 'typeorm';

/** Any number: every process of Qatysu asks for the same lock before it changes the schema. */
const LOCK = 7_134_001;

/** Applies pending migrations, one process at a time; returns their names. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`set lock_timeout = '60s'`);
    await runner.query(`select pg_advisory_lock($1)`, [LOCK]);
    try {
      const done = await dataSource.runMigrations({ transaction: 'each' });
      return done.map((migration) => migration.name);
    } finally {
      await runner.query(`select pg_advisory_unlock($1)`, [LOCK]);
    }
  } finally {
    await runner.query(`reset lock_timeout`);
    await runner.release();
  }
}

/** Names of migrations that the database has not seen yet. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const known: { table: string | null }[] = await dataSource.query(
    `select to_regclass('migrations')::text as table`,
  );
  const done: { name: string }[] = known[0]?.table
    ? await dataSource.query(`select name from migrations`)
    : [];
  const names = new Set(done.map((row) => row.name));
  return dataSource.migrations
    .map((migration) => migration.name ?? '')
    .filter((name) => !names.has(name));
}
