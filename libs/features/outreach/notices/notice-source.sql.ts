import { isToldByDefault, NOTICE_KINDS } from './notice-kind.js';

/** What a notice says and whom it concerns; own parameters begin at `$5`. */
export interface NoticeSource {
  /** One row with `facts`: public words, days and the path of a page. */
  readonly facts: string;
  /** Rows with `resident_id`; may ask the row of facts as `f`. */
  readonly people: string;
}

const DEFAULTS = NOTICE_KINDS.filter(isToldByDefault)
  .map((kind) => `'${kind}'`)
  .join(', ');

/** Kind, event's name, key of its texts and open ways are the parameters `$1` to `$4`. */
export function toldAll({ facts, people }: NoticeSource): string {
  return `
    with f as materialized (${facts}), people as (${people})
    insert into outgoing_messages (way, kind, resident_id, about, payload)
    select c.way, $1, c.resident_id, $2, f.facts || jsonb_build_object('event', $3::text)
    from f cross join people p join contacts c on c.resident_id = p.resident_id
      left join notice_choices n on n.resident_id = c.resident_id and n.way = c.way and n.kind = $1
    where c.way = any($4) and coalesce(n.wanted, $1 in (${DEFAULTS}))
    on conflict (about, resident_id, way) do nothing
    returning id`;
}

/** Of a petition, `$5`, to those who have signed it; `$6` ends the path of its page. */
export const TO_SIGNERS: NoticeSource = {
  facts: `
    select jsonb_build_object('title', jsonb_build_object('kk', title_kk, 'ru', title_ru),
             'path', '/petitions/' || number || $6::text) as facts
    from petitions where id = $5::uuid and number is not null`,
  people: `select resident_id from signatures where petition_id = $5::uuid`,
};

/** Of a proposal, `$5`, to its author. */
export const TO_AUTHOR: NoticeSource = {
  facts: `
    select jsonb_build_object(
             'title', jsonb_build_object('kk', coalesce(nullif(title_kk, ''), title),
                                         'ru', coalesce(nullif(title_ru, ''), title)),
             'path', '/my/proposals/' || number) as facts
    from proposals where id = $5::uuid`,
  people: `select author_id as resident_id from proposals where id = $5::uuid`,
};

const PLACE = `'place', jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)`;

/** Who holds the post of the facts, for the place or for the nearest unit above it that has any. */
const HOLDERS = `
  select resident_id from (
    select h.resident_id,
      dense_rank() over (order by array_position(t.path, h.territory_kato) desc) as nearness
    from f join territories t on t.kato = f.kato
      join offices_held h on h.territory_kato = any(t.path) and h.role = f.post
    where (clock_timestamp() at time zone 'Asia/Almaty')::date
          between h.held_from and coalesce(h.held_until, 'infinity')) held
  where nearness = 1 group by resident_id`;

/** Of a duty, `$5`, to whoever holds the post that owes it. */
export const TO_OWNERS: NoticeSource = {
  facts: `
    select o.post, o.territory_kato as kato,
      jsonb_build_object('duty', o.kind, 'day', o.due_on::text, 'path', '/duties', ${PLACE}) as facts
    from obligations o join territories t on t.kato = o.territory_kato
    where o.id = $5::uuid and o.met_on is null`,
  people: HOLDERS,
};

/** Of the minutes of a meeting, `$5`, to the secretary. */
export const TO_SECRETARY: NoticeSource = {
  facts: `
    select 'secretary' as post, t.kato, jsonb_build_object('day', m.minutes_due_on::text,
      'path', '/assembly-desk', ${PLACE}) as facts
    from meetings m join territories t on t.kato = m.territory_kato where m.id = $5::uuid`,
  people: HOLDERS,
};

/** Of an item, `$6`, of minutes, `$5`, to the akim. */
export const TO_AKIM: NoticeSource = {
  facts: `
    select 'akim' as post, t.kato,
      jsonb_build_object('item', $6::int, 'path', '/decision-desk', ${PLACE}) as facts
    from minutes m join territories t on t.kato = m.territory_kato where m.id = $5::uuid`,
  people: HOLDERS,
};
