import type { DataSource } from 'typeorm';

const UNSAFE: readonly (readonly [setting: string, value: string])[] = [
  ['fsync', 'off'],
  ['full_page_writes', 'off'],
  ['synchronous_commit', 'off'],
];

const OLDEST_VERSION = 150_000;

/**
 * An acknowledged act must survive a power cut: refuses a server that would lose it.
 *
 * @throws Error naming every unsafe setting at once
 */
export async function assertDurable(dataSource: DataSource): Promise<void> {
  const rows: { name: string; setting: string }[] = await dataSource.query(
    `select name, setting from pg_settings where name = any($1)`,
    [[...UNSAFE.map(([name]) => name), 'server_version_num']],
  );
  const value = new Map(rows.map((row) => [row.name, row.setting]));
  const faults = UNSAFE.filter(([name, unsafe]) => value.get(name) === unsafe).map(
    ([name, unsafe]) => `${name}=${unsafe}`,
  );
  if (Number(value.get('server_version_num')) < OLDEST_VERSION)
    faults.push(`server_version_num=${value.get('server_version_num')} (15 or newer is needed)`);
  if (faults.length > 0)
    throw new Error(`The database could lose acknowledged acts: ${faults.join(', ')}`);
}
