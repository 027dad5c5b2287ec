import { sealedNameOf } from '../../registry/residents/name.reader.js';

const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

const NAME = `jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)`;

const person = (of: string) =>
  `concat_ws(' ', ${of}.family_name, ${of}.given_name, ${of}.patronymic)`;

/** Desks held today, as `DeskRow`s. */
export const DESK = `
  select h.id as "holdingId", h.role, h.territory_kato as territory, ${NAME} as "territoryName",
    t.path as "territoryPath", jsonb_build_object('kk', h.post_kk, 'ru', h.post_ru) as post,
    h.resident_id as "personId", ${person('p')} as name, h.held_from::text as "from",
    h.held_until::text as until
  from role_holdings h
    join territories t on t.kato = h.territory_kato
      and ${TODAY} between h.held_from and coalesce(h.held_until, 'infinity')
    left join public_names p on p.resident_id = h.resident_id`;

const PARTIES = `
  from desk_handovers a join territories t on t.kato = a.territory_kato
    left join public_names o on o.resident_id = a.from_person
    left join public_names i on i.resident_id = a.to_person`;

/** Acts of hand-over, as `HandoverRow`s. */
export const HANDOVER = `
  select a.id, a.state, a.role, a.territory_kato as territory, ${NAME} as "territoryName",
    t.path as "territoryPath", jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru) as post,
    ${person('o')} as outgoing, ${person('i')} as incoming,
    (select ${sealedNameOf('r')} from residents r where r.id = a.to_person) as "sealedIncoming",
    a.from_person as "outgoingId",
    a.to_person as "incomingId", a.ground, a.open_matters as open, a.added_matters as added,
    encode(a.digest, 'hex') as digest, a.handed_on::text as "handedOn", a.drawn_at as "drawnAt",
    jsonb_build_object('kk', a.drawn_post_kk, 'ru', a.drawn_post_ru) as "drawnPost",
    (select coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'at', s.at) order by s.at), '[]')
     from handover_signatures s where s.handover_id = a.id) as signatures
  ${PARTIES}`;

/** Desks that were handed over, as `HandedOverRow`s. */
export const HANDED_OVER = `
  select a.id, a.role, ${NAME} as "territoryName",
    jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru) as post, ${person('o')} as outgoing,
    ${person('i')} as incoming, a.handed_on::text as "handedOn",
    jsonb_array_length(a.open_matters) + jsonb_array_length(a.added_matters) as matters
  ${PARTIES}
  where a.state = 'handed-over' order by a.handed_on desc, a.id desc`;
