import { findingOf, type Finding, type Patient } from './finding.js';

/** Could somebody between this machine and the database listen? */
export async function checkLine({ dataSource }: Patient): Promise<Finding> {
  const rows: { encrypted: boolean; isLocal: boolean; version: string | null }[] =
    await dataSource.query(`
      select coalesce(ssl, false) as encrypted, version,
             inet_server_addr() is null or inet_server_addr() = inet_client_addr() as "isLocal"
      from pg_stat_ssl where pid = pg_backend_pid()`);
  const { encrypted, isLocal, version } = rows[0]!;
  const wrong = encrypted || isLocal ? [] : [PLAIN];
  return findingOf('line', 'warning', wrong, encrypted ? String(version) : 'on this machine');
}

const PLAIN = 'the line to the database is plain: sslmode=verify-full in DATABASE_URL';
