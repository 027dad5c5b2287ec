import { v7 } from 'uuid';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { TestPortal } from '../test-portal.js';

/** A dismissal of the okrug's akim that its assembly raised on a day, before the district's maslikhat. */
export async function aRaisedDismissal(
  { dataSource }: TestPortal,
  raisedOn: CivilDate,
  ground: 'assembly-initiative' | 'refused-reports' = 'assembly-initiative',
): Promise<string> {
  const id = v7();
  await dataSource.query(
    `insert into dismissals (id, territory_kato, maslikhat_kato, ground, state, since, raised_on, akim_id)
     values ($1, $2, $3, $4, 'raised', $5, $5,
       (select resident_id from role_holdings where role = 'akim' and territory_kato = $2 limit 1))`,
    [id, DEMO.qarasu, DEMO.district, ground, raisedOn],
  );
  return id;
}
