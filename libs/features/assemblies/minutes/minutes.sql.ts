/** Columns of minutes in a list; titles come from the live agenda until they are frozen. */
export const LISTED_COLUMNS = `
  p.id, p.number, p.meeting_id as "meetingId", m.kind,
  case when m.part_kk is not null
    then jsonb_build_object('kk', m.part_kk, 'ru', m.part_ru) end as part,
  p.territory_kato as territory,
  jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)) as "territoryName",
  p.state, m.held_on::text as "heldOn", p.due_on::text as "dueOn", p.sent_at as "sentAt",
  p.published_at as "publishedAt",
  coalesce(case when p.frozen_at is not null
      then (select jsonb_agg(i -> 'title' order by (i ->> 'number')::int)
            from jsonb_array_elements(p.document -> 'items') i)
      else (select jsonb_agg(jsonb_build_object('kk', i.title_kk, 'ru', i.title_ru) order by i.number)
            from agenda_items i where i.meeting_id = m.id) end, '[]') as titles`;

export const TABLES = `
  minutes p join meetings m on m.id = p.meeting_id join territories t on t.kato = p.territory_kato`;

const INSTANT = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const TEXT = (name: string) => `jsonb_build_object('kk', ${name}_kk, 'ru', ${name}_ru)`;

const SIGNATURES = `
  select jsonb_agg(jsonb_build_object('capacity', s.capacity, 'signer', s.signer, 'method', s.method,
    'signedOn', s.signed_on, 'signedAt', ${INSTANT('s.signed_at')},
    'scan', case when f.id is not null then jsonb_build_object('storedName', f.stored_name,
      'digest', encode(f.digest, 'hex')) end) order by s.capacity)
  from minutes_signatures s left join assembly_files f on f.id = s.file_id
  where s.minutes_id = p.id and s.digest = p.digest
    and s.signed_at = (select max(l.signed_at) from minutes_signatures l
                       where l.minutes_id = p.id and l.capacity = s.capacity)
    and (s.capacity = 'chair' and p.state in ('signed-by-chair', 'signed', 'sent', 'published')
         or p.frozen_at is not null)`;

const REMARKS = `
  select jsonb_agg(jsonb_build_object('id', k.id, 'member', b.full_name, 'item', k.item,
    'text', k.body, 'language', k.language, 'madeAt', ${INSTANT('k.made_at')}, 'outcome', k.outcome,
    'reason', case when k.reason_kk is not null then ${TEXT('k.reason')} end) order by k.made_at, k.id)
  from minutes_remarks k join body_members b on b.id = k.member_id where k.minutes_id = p.id`;

const ERRATA = `
  select jsonb_agg(jsonb_build_object('number', e.number, 'item', e.item, 'on', e.found_on,
    'was', ${TEXT('e.was')}, 'becomes', ${TEXT('e.becomes')}, 'reason', ${TEXT('e.reason')},
    'post', ${TEXT('e.post')}) order by e.number)
  from minutes_errata e where e.minutes_id = p.id`;

const DISPATCHES = `
  select jsonb_agg(jsonb_build_object('to', d.addressee, 'sentOn', d.sent_on, 'dueOn', d.due_on)
    order by d.addressee)
  from minutes_dispatches d where d.minutes_id = p.id`;

const ACTS = `
  select jsonb_agg(jsonb_build_object('act', a.act, 'on', a.acted_on, 'reasons', ${TEXT('a.reasons')},
    'link', a.link, 'post', ${TEXT('a.post')}) order by a.at, a.id)
  from akim_answer_acts a where a.minutes_id = c.minutes_id and a.item = c.item`;

const DECISIONS = `
  select jsonb_agg(jsonb_build_object('item', c.item, 'state', c.state,
    'handedOn', c.handed_on, 'answerBy', c.answer_by, 'discussedOn', c.discussed_on,
    'superiorBy', c.superior_by, 'acts', coalesce((${ACTS}), '[]')) order by c.item)
  from community_decisions c where c.minutes_id = p.id`;

/** Columns that only the minutes' own page shows. */
export const OWN_COLUMNS = `
  t.path as "territoryPath", m.body_id as "bodyId", p.shown_on::text as "shownOn",
  p.remarks_until::text as "remarksUntil", p.document, encode(p.digest, 'hex') as digest,
  p.frozen_at as "frozenAt", p.version,
  coalesce((${SIGNATURES}), '[]') as signatures, coalesce((${REMARKS}), '[]') as remarks,
  coalesce((${ERRATA}), '[]') as errata, coalesce((${DISPATCHES}), '[]') as dispatches,
  coalesce((${DECISIONS}), '[]') as decisions`;
