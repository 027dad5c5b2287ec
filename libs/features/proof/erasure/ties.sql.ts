/** Today in Kazakhstan by the database's clock. */
const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

/** What ties a person ($1) to acts that others rely on. */
export const TIES = `
  select
    (select count(*) from offices_held h
     where h.resident_id = $1 and coalesce(h.held_until, 'infinity') >= ${TODAY})::int
    + (select count(*) from body_members m
       where m.resident_id = $1 and coalesce(m.held_until, 'infinity') >= ${TODAY})::int as offices,
    (select count(*) from ballots b join rounds r on r.id = b.round_id
     where b.resident_id = $1 and r.published_at is null)::int as ballots,
    (select count(*) from proposals p where p.author_id = $1 and p.state not in
      ('draft', 'withdrawn', 'lapsed', 'refused', 'not-selected', 'winner'))::int as proposals,
    (select count(*) from signatures s join petitions p on p.id = s.petition_id
     where s.resident_id = $1 and p.state = 'open')::int as signatures`;
