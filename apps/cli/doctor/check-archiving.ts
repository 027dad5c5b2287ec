import { findingOf, type Finding, type Patient } from './finding.js';

/** What the server says of the archiving of its log. */
export interface Archiving {
  readonly mode: string;
  /** Command or library; empty where neither is set. */
  readonly by: string;
  /** Seconds after which a segment that is not full is archived too; 0: never. */
  readonly timeout: number;
  /** Segment that failed after the last one that was archived. */
  readonly failing: string | null;
  /** Receivers of the stream, as `pg_receivewal`. */
  readonly receivers: number;
}

/** Would the loss of the database's machine lose seconds, or everything since the last backup? */
export async function checkArchiving({ config, dataSource }: Patient): Promise<Finding> {
  const rows: Archiving[] = await dataSource.query(ARCHIVING);
  return findingOfArchiving(rows[0]!, config.production);
}

/**
 * A log that is not archived is told where real people vote; one that fails fills the disk besides.
 *
 * @example findingOfArchiving({ …, mode: 'on', failing: '0…1F' }, true).state // → 'fault'
 */
export function findingOfArchiving(archiving: Archiving, production: boolean): Finding {
  const { mode, by, timeout, failing, receivers } = archiving;
  if (mode === 'off') return findingWithoutArchive(receivers, production);
  const faults = [
    ...(by === '' ? ['archive_mode is on without archive_command: the log fills the disk'] : []),
    ...(failing ? [`archiving of ${failing} fails: see the server's log`] : []),
  ];
  if (faults.length > 0) return findingOf('archiving', 'fault', faults, '');
  const late =
    timeout === 0 ? ['archive_timeout is 0: in a quiet hour the last acts are not archived'] : [];
  return findingOf('archiving', 'warning', late, `the log, every ${timeout} s at the latest`);
}

function findingWithoutArchive(receivers: number, production: boolean): Finding {
  const words = 'the log is not archived: the machine takes with it all since the last backup';
  const seen = receivers > 0 ? `${receivers} receive the log` : `${words} (no town in earnest)`;
  const wrong = production && receivers === 0 ? [words] : [];
  return findingOf('archiving', 'warning', wrong, seen);
}

const ARCHIVING = `
  select current_setting('archive_mode') as mode,
    concat(nullif(current_setting('archive_command'), '(disabled)'),
           current_setting('archive_library')) as by,
    (select setting::int from pg_settings where name = 'archive_timeout') as timeout,
    (select last_failed_wal from pg_stat_archiver
     where last_failed_time > coalesce(last_archived_time, '-infinity')) as failing,
    (select count(*)::int from pg_stat_replication
     where application_name = 'pg_receivewal') as receivers`;
