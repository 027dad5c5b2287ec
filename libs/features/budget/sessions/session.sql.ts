import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';

const NAME = `jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)`;

/** Sessions as `SessionRow`s. */
export const SESSION = `
  select s.id, s.maslikhat_kato as maslikhat, ${NAME} as "maslikhatName", s.number, s.kind, s.state,
    s.notice_on::text as "noticeOn", s.materials_on::text as "materialsOn",
    s.session_on::text as "sessionOn",
    jsonb_build_object('kk', s.place_kk, 'ru', s.place_ru) as place,
    s.broadcast_url as "broadcastUrl", s.agenda, s.request, s.paused_on::text as "pausedOn",
    (select count(*) from mandates m join convocations v on v.id = m.convocation_id
     where v.territory_kato = s.maslikhat_kato
       and s.session_on between m.held_from and m.held_until)::int as deputies,
    (select count(*) from session_attendance a where a.session_id = s.id)::int as present
  from maslikhat_sessions s join territories t on t.kato = s.maslikhat_kato`;

/** Decisions as `DecisionRow`s. */
export const DECISION = `
  select d.id, d.session_id as "sessionId", s.number as "sessionNumber",
    d.maslikhat_kato as maslikhat, ${NAME} as "maslikhatName", d.question,
    case when b.id is not null then jsonb_build_object('id', b.id, 'year', b.year, 'territoryName',
      jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru, 'en', u.name_en)) end as budget,
    s.agenda -> (d.question - 1) -> 'title' as "questionTitle",
    d.kind, d.number, d.decided_on::text as "decidedOn",
    jsonb_build_object('kk', d.text_kk, 'ru', d.text_ru) as text,
    case when d.reasons_kk is not null
      then jsonb_build_object('kk', d.reasons_kk, 'ru', d.reasons_ru) end as reasons,
    d.deputies, d.present, d.quorum, d.required, d.by_chair as "byChair",
    (select coalesce(jsonb_agg(jsonb_build_object('deputy', m.id, 'side', w.side,
        'name', concat_ws(' ', p.family_name, p.given_name, p.patronymic))
        order by p.family_name collate "kk-x-icu", m.id), '[]')
     from decision_votes w join mandates m on m.id = w.mandate_id
       left join public_names p on p.resident_id = m.resident_id where w.decision_id = d.id) as votes,
    ${enclosuresOf('maslikhat-decision', 'd.id')} as annexes,
    (select jsonb_build_object('publishedOn', o.published_on, 'url', o.url, 'place', o.place)
     from decision_publications o where o.decision_id = d.id) as publication
  from maslikhat_decisions d join maslikhat_sessions s on s.id = d.session_id
    join territories t on t.kato = d.maslikhat_kato left join budgets b on b.id = d.budget_id
    left join territories u on u.kato = b.territory_kato`;

/** Seats of a session as `HallSeatRow`s: everybody with a mandate on its day. */
export const HALL = `
  select m.id, concat_ws(' ', p.family_name, p.given_name, p.patronymic) as name,
    a.mandate_id is not null as "isPresent", m.id is not distinct from s.chair_id as "isChair"
  from maslikhat_sessions s join convocations v on v.territory_kato = s.maslikhat_kato
    join mandates m on m.convocation_id = v.id and s.session_on between m.held_from and m.held_until
    left join public_names p on p.resident_id = m.resident_id
    left join session_attendance a on a.mandate_id = m.id and a.session_id = s.id
  where s.id = $1
  order by p.family_name collate "kk-x-icu", p.given_name collate "kk-x-icu", m.id`;

/** Papers of a session as `SessionMaterialRow`s. */
export const MATERIALS = `
  select m.id, m.question, jsonb_build_object('kk', m.title_kk, 'ru', m.title_ru) as title,
    m.handed_on::text as "handedOn", m.link, ${enclosuresOf('session-material', 'm.id')} as files
  from session_materials m where m.session_id = $1 order by m.question, m.id`;
