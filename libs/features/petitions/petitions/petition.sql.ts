const NAME = `jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en))`;

/** Columns of a listed petition. */
export const LISTED_COLUMNS = `
  p.id, p.number, p.kind, p.state, jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru) as title,
  p.body, p.territory_kato as territory, ${NAME} as "territoryName",
  case when p.deputy_id is not null then jsonb_build_object('id', p.deputy_id,
    'name', concat_ws(' ', d.given_name, d.family_name)) end as deputy,
  coalesce(c.valid, 0) as count, p.required, p.check_by::text as "checkBy", p.last_day::text as "lastDay",
  p.answer_by::text as "answerBy", p.submitted_at as "submittedAt", p.opened_at as "openedAt",
  coalesce(p.reached_at, c.reached_at) as "reachedAt",
  case when r.petition_id is not null
    then jsonb_build_object('ground', r.ground, 'subject', r.subject) end as "refusedFor",
  a.decision, a.decided_on::text as "decidedOn"`;

/** Columns that only the petition's own page shows. */
export const OWN_COLUMNS = `
  p.deputy_id as "deputyId", t.path as "territoryPath", t.level as "territoryLevel",
  t.population as "peopleNow", t.population_on::text as "peopleOn", t.population_source as "peopleSource",
  jsonb_build_object(
    'title', jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru),
    'text', jsonb_build_object('kk', p.text_kk, 'ru', p.text_ru),
    'arguments', jsonb_build_object('kk', p.arguments_kk, 'ru', p.arguments_ru),
    'proposals', jsonb_build_object('kk', p.proposals_kk, 'ru', p.proposals_ru)) as texts,
  encode(p.text_digest, 'hex') as "textDigest", p.portal_url as "portalUrl",
  p.minimum_age as "minimumAge", p.threshold, p.rules_on::text as "rulesOn",
  p.notice_by::text as "noticeBy", p.closes_at as "closesAt", p.created_at as "createdAt", p.version,
  case when o.petition_id is not null
    then jsonb_build_object('kk', o.post_kk, 'ru', o.post_ru) end as "openedBy",
  r.ground, r.subject, e.number as "earlierNumber", r.reasons_kk as "reasonsKk",
  r.reasons_ru as "reasonsRu", r.at as "refusedAt", r.post_kk as "refuserKk", r.post_ru as "refuserRu",
  f.at as "forwardedAt", w.at as "withdrawnAt", w.reason as "withdrawnFor",
  (select seen_on::text from portal_counts n where n.petition_id = p.id
   order by n.at desc limit 1) as "portalSeenOn"`;

export const LISTED_TABLES = `
  petitions p join territories t on t.kato = p.territory_kato
  left join public_names d on d.resident_id = p.deputy_id
  left join petition_tallies c on c.petition_id = p.id
  left join petition_refusals r on r.petition_id = p.id
  left join petition_answers a on a.petition_id = p.id`;

export const OWN_TABLES = `${LISTED_TABLES}
  left join petition_openings o on o.petition_id = p.id
  left join petitions e on e.id = r.earlier_petition_id
  left join petition_forwardings f on f.petition_id = p.id
  left join petition_withdrawals w on w.petition_id = p.id`;
