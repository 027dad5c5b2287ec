/**
 * What every way of signing does with the rows `added` (petition_id, territory_kato): counts them, by
 * place too, and marks the one crossing of the threshold with its event. Part of a statement that is
 * run only under the lock of the petition's tally.
 */
export const COUNT_ADDED = `counted as (
    update petition_tallies c
    set last_number = c.last_number + n.added, valid = c.valid + n.added,
        reached_at = coalesce(c.reached_at,
          case when c.valid + n.added >= p.required then clock_timestamp() end)
    from (select petition_id, count(*)::integer as added from added group by petition_id) n
    join petitions p on p.id = n.petition_id
    where c.petition_id = n.petition_id
    returning c.petition_id, c.reached_at
  ), placed as (
    insert into signature_counts as s (petition_id, territory_kato, valid)
    select petition_id, territory_kato, count(*)::integer from added
    group by petition_id, territory_kato order by petition_id, territory_kato
    on conflict on constraint uq_signature_counts_place do update set valid = s.valid + excluded.valid
  ), announced as (
    insert into outbox_messages (topic, payload)
    select 'petition.threshold_reached', jsonb_build_object('petition', n.petition_id)
    from counted n join petition_tallies former on former.petition_id = n.petition_id
    where n.reached_at is not null and former.reached_at is null
  )`;
