import { assertDurable } from '#platform/persistence/durability.js';
import { isContract, nameOf, schemaStateOf } from '#platform/persistence/schema/schema-state.js';
import { findingOf, type Finding, type Patient } from './finding.js';

/** Connections left free below which the next portal or backup may find no place. */
const LEAST_FREE_CONNECTIONS = 5;

/** Would the server lose what it acknowledged? */
export async function checkDurability({ dataSource }: Patient): Promise<Finding> {
  const rows: { version: string; checksums: string }[] = await dataSource.query(
    `select current_setting('server_version') as version,
            current_setting('data_checksums') as checksums`,
  );
  const { version, checksums } = rows[0]!;
  try {
    await assertDurable(dataSource);
  } catch (error) {
    return findingOf('durability', 'fault', [(error as Error).message], version);
  }
  const wrong = checksums === 'on' ? [] : ['data checksums are off: silent damage goes unnoticed'];
  return findingOf('durability', 'warning', wrong, `PostgreSQL ${version}`);
}

/** Is the schema what this version expects, and is nothing of it half made? */
export async function checkSchema({ dataSource }: Patient): Promise<Finding> {
  const { pending, takenAway } = await schemaStateOf(dataSource);
  const names = pending.map(nameOf);
  const broken: { name: string }[] = await dataSource.query(`
    select indexrelid::regclass::text as name from pg_index where not indisvalid
    union all
    select conname::text from pg_constraint where not convalidated`);
  const wrong = [
    ...takenAway.map((name) => `${name} of a newer version took away what this one may use`),
    ...names.filter((name) => !isContract(name)).map((name) => `${name} is not applied`),
    ...broken.map(({ name }) => `${name} is not valid`),
  ];
  if (wrong.length > 0) return findingOf('schema', 'fault', wrong, '');
  const waiting = names.map((name) => `${name} waits: migrate once no older portal runs`);
  return findingOf('schema', 'warning', waiting, 'up to date');
}

/** Is there room for one more connection? */
export async function checkConnections({ dataSource }: Patient): Promise<Finding> {
  const rows: { taken: number; most: number }[] = await dataSource.query(`
    select count(*)::int as taken, current_setting('max_connections')::int as most
    from pg_stat_activity where backend_type = 'client backend'`);
  const { taken, most } = rows[0]!;
  const full = most - taken < LEAST_FREE_CONNECTIONS;
  return findingOf(
    'connections',
    'warning',
    full ? [`${taken} of ${most} connections are taken`] : [],
    `${taken} of ${most} taken`,
  );
}
