import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { DEMO } from '#features/registry/demo-town/demo-territories.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';

interface RaisedDismissal {
  readonly on: CivilDate;
  readonly ground?: 'assembly-initiative' | 'refused-reports';
  readonly territory?: string;
  readonly maslikhat?: string;
}

/** A dismissal of an akim, the demo okrug's unless told, raised on a day before a maslikhat. */
export async function aRaisedDismissal(
  dataSource: DataSource,
  {
    on,
    ground = 'assembly-initiative',
    territory = DEMO.qarasu,
    maslikhat = DEMO.district,
  }: RaisedDismissal,
): Promise<string> {
  const id = v7();
  await dataSource.query(
    `insert into dismissals (id, territory_kato, maslikhat_kato, ground, state, since, raised_on, akim_id)
     values ($1, $2, $3, $4, 'raised', $5, $5,
       (select resident_id from role_holdings where role = 'akim' and territory_kato = $2 limit 1))`,
    [id, territory, maslikhat, ground, on],
  );
  return id;
}
