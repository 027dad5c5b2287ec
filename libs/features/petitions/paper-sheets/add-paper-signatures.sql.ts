import { COUNT_ADDED } from '../signatures/count-added.sql.js';

/** Whoever holds the tally sees every signature committed before; the petition's window with it. */
export const LOCK_TALLY = `
  select p.state, p.territory_kato as territory, p.minimum_age as "minimumAge",
         clock_timestamp() < p.closes_at as "isOpen",
         (clock_timestamp() at time zone 'Asia/Almaty')::date::text as today
  from petition_tallies c join petitions p on p.id = c.petition_id
  where c.petition_id = $1 for update of c`;

/** People by pseudonym, with the signature that each has given already. */
export const FIND_SIGNERS = `
  select encode(r.pseudonym, 'hex') as who, r.id, r.born_on::text as "bornOn",
         t.path as "territoryPath", r.registered_from::text as "registeredFrom", s.number as signed
  from residents r join territories t on t.kato = r.territory_kato
       left join signatures s on s.petition_id = $1 and s.resident_id = r.id
  where r.pseudonym = any(select decode(w, 'hex') from unnest($2::text[]) as w)`;

/**
 * Stores signatures read on paper, counts them, by place too, and marks the one crossing of the
 * threshold with its event: as the electronic ones are, only under the lock of {@link LOCK_TALLY}.
 */
export const ADD_PAPER_SIGNATURES = `
  with added as (
    insert into signatures (petition_id, resident_id, number, territory_kato, name_hidden, on_paper,
                            receipt, signed_at)
    select c.petition_id, r.id, c.last_number + a.place::integer, r.territory_kato, true, true,
           a.receipt, clock_timestamp()
    from unnest($2::uuid[], $3::text[]) with ordinality as a(resident_id, receipt, place)
    join petition_tallies c on c.petition_id = $1
    join residents r on r.id = a.resident_id
    returning petition_id, resident_id, number, territory_kato
  ), ${COUNT_ADDED}
  select resident_id as id, number from added`;
