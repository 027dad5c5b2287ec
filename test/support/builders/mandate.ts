import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';

/** Seats somebody in the maslikhat of a unit, in a constituency of that person's own. */
export async function aMandate(
  dataSource: DataSource,
  residentId: string,
  territory: string,
): Promise<void> {
  await dataSource.query(
    `insert into convocations (id, territory_kato, number, begins_on, ends_on)
     values ($1, $2, 'VIII', '2020-01-01', '2099-12-31')
     on conflict on constraint uq_convocations_number do nothing`,
    [v7(), territory],
  );
  await dataSource.query(
    `with place as (
       insert into constituencies (id, convocation_id, number, kind, name_kk, name_ru, seats)
       select $1, v.id, (select count(*) + 1 from constituencies c where c.convocation_id = v.id),
              'single-mandate', 'Округ', 'Округ', 1
       from convocations v where v.territory_kato = $2 returning id, convocation_id)
     insert into mandates (id, resident_id, convocation_id, constituency_id, seat, held_from, held_until)
     select $3, $4, convocation_id, id, 1, '2020-01-01', '2099-12-31' from place`,
    [v7(), territory, v7(), residentId],
  );
}
