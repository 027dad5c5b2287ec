import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';

/** Today in Kazakhstan by the database's clock. */
export const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

/** Instants inside JSON are texts: the reader makes them instants again. */
export const INQUIRY = `
  select i.id, i.number, i.mandate_id as deputy, m.resident_id as "deputyId",
    concat_ws(' ', p.family_name, p.given_name, p.patronymic) as "deputyName",
    v.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru) as "territoryName",
    i.addressee_kind as "addresseeKind", i.addressee_kato as "addresseeTerritory",
    jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru) as "addresseeTerritoryName",
    jsonb_build_object('kk', i.addressee_kk, 'ru', i.addressee_ru) as addressee,
    i.language, i.title, i.body, i.competence, i.filed_at as "filedAt",
    case when q.id is not null then jsonb_build_object('number', q.number,
      'title', jsonb_build_object('kk', q.title_kk, 'ru', q.title_ru)) end as petition,
    i.filed_on::text as "filedOn", i.due_on::text as "dueOn", ${TODAY}::text as today,
    case when a.id is not null then jsonb_build_object(
      'signedBy', a.signed_by, 'signedPost', a.signed_post, 'signatory', a.signatory,
      'language', a.language, 'body', a.body, 'links', to_jsonb(a.links),
      'enclosures', ${enclosuresOf('inquiry-answer', 'i.id')},
      'post', jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru),
      'answeredAt', a.answered_at, 'answeredOn', a.answered_on) end as answer,
    coalesce((
      select jsonb_agg(jsonb_build_object('verdict', k.verdict, 'language', k.language,
        'body', k.body, 'at', k.at) order by k.at, k.id)
      from inquiry_comments k where k.inquiry_id = i.id), '[]') as comments
  from inquiries i join mandates m on m.id = i.mandate_id
       left join public_names p on p.resident_id = m.resident_id
       join convocations v on v.id = m.convocation_id
       join territories t on t.kato = v.territory_kato
       join territories u on u.kato = i.addressee_kato
       left join petitions q on q.id = i.petition_id
       left join inquiry_answers a on a.inquiry_id = i.id`;

/** The one that waits longest first, then those with time left, then the answered ones. */
export const URGENT_FIRST = `
  order by (a.id is not null), case when a.id is null then i.due_on end,
           a.answered_at desc nulls last, i.id desc`;
