import { addressesOf } from '#platform/persistence/hosts/host-list.js';
import { findingOf, type Finding, type Patient } from './finding.js';

/** Would a fail-over lose what was acknowledged? Only asked where there is something to fail over to. */
export async function checkStandby({ config, dataSource }: Patient): Promise<Finding> {
  const rows: { followers: number; synchronous: number }[] = await dataSource.query(`
    select count(*)::int as followers,
           count(*) filter (where sync_state in ('sync', 'quorum'))::int as synchronous
    from pg_stat_replication where state = 'streaming'`);
  const { followers, synchronous } = rows[0]!;
  const several = followers > 0 || addressesOf(config.databaseUrl ?? '').length > 1;
  if (!several) return findingOf('standby', 'fault', [], 'one server, no standby');
  const wrong =
    synchronous === 0
      ? ['no standby is synchronous: a fail-over could lose acknowledged acts']
      : [];
  return findingOf('standby', 'fault', wrong, `${synchronous} of ${followers} synchronous`);
}
