import type { DataSource } from 'typeorm';

const UNSAFE: readonly (readonly [setting: string, value: string])[] = [
  ['fsync', 'off'],
  ['full_page_writes', 'off'],
  ['synchronous_commit', 'off'],
];

const OLDEST_VERSION = 150_000;

/** With a synchronous standby named, values that do not wait until its disk has the act. */
const BEFORE_THE_STANDBY = ['local', 'remote_write'];

const SETTINGS = [
  ...UNSAFE.map(([name]) => name),
  'synchronous_standby_names',
  'server_version_num',
];

/**
 * An acknowledged act must survive a power cut, and where a synchronous standby is named the loss of
 * the machine: refuses a server that would lose it.
 *
 * @throws Error naming every unsafe setting at once
 */
export async function assertDurable(dataSource: DataSource): Promise<void> {
  const rows: { name: string; setting: string }[] = await dataSource.query(
    `select name, setting from pg_settings where name = any($1)`,
    [SETTINGS],
  );
  const faults = unsafeSettings(new Map(rows.map(({ name, setting }) => [name, setting])));
  if (faults.length > 0)
    throw new Error(`The database could lose acknowledged acts: ${faults.join(', ')}`);
}

/**
 * Everything in a server's settings by which it could lose an act, with the value it has.
 *
 * @example unsafeSettings(new Map([['fsync', 'off'], …])) // → ['fsync=off']
 */
export function unsafeSettings(value: ReadonlyMap<string, string>): string[] {
  const faults = UNSAFE.filter(([name, unsafe]) => value.get(name) === unsafe).map(
    ([name, unsafe]) => `${name}=${unsafe}`,
  );
  const commit = value.get('synchronous_commit') ?? '';
  if (value.get('synchronous_standby_names') && BEFORE_THE_STANDBY.includes(commit))
    faults.push(`synchronous_commit=${commit} (the standby may not have them)`);
  if (Number(value.get('server_version_num')) < OLDEST_VERSION)
    faults.push(`server_version_num=${value.get('server_version_num')} (15 or newer is needed)`);
  return faults;
}
