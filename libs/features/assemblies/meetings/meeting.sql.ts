import { sealedNameOf } from '../../registry/residents/name.reader.js';

const FILE = (alias: string) => `
  case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'kind', ${alias}.kind,
    'storedName', ${alias}.stored_name, 'shownName', ${alias}.shown_name,
    'mediaType', ${alias}.media_type, 'sizeBytes', ${alias}.size_bytes,
    'digest', encode(${alias}.digest, 'hex')) end`;

const INSTANT = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Columns of a meeting in a calendar. */
export const LISTED_COLUMNS = `
  m.id, m.kind, m.version, m.territory_kato as territory,
  jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)) as "territoryName",
  case when m.part_kk is not null
    then jsonb_build_object('kk', m.part_kk, 'ru', m.part_ru) end as part,
  m.state, m.starts_at as "startsAt", m.held_on::text as "heldOn",
  jsonb_build_object('kk', m.place_kk, 'ru', m.place_ru) as place, m.notice_on::text as "noticeOn",
  coalesce((select jsonb_agg(jsonb_build_object('kk', i.title_kk, 'ru', i.title_ru) order by i.number)
            from agenda_items i where i.meeting_id = m.id), '[]') as titles,
  m.broadcast_url as "broadcastUrl", m.recording_url as "recordingUrl",
  m.minutes_due_on::text as "minutesDueOn", p.id as "minutesId", p.state as "minutesState",
  coalesce(m.minutes_due_on < (clock_timestamp() at time zone 'Asia/Almaty')::date
           and p.sent_at is null, false) as "minutesOverdue"`;

export const LISTED_TABLES = `
  meetings m join territories t on t.kato = m.territory_kato
  left join minutes p on p.meeting_id = m.id`;

const PAPERS = `
  coalesce((
    select jsonb_agg(jsonb_build_object('id', a.id, 'link', a.link, 'file', ${FILE('f')},
      'title', jsonb_build_object('kk', a.title_kk, 'ru', a.title_ru)) order by a.added_at, a.id)
    from agenda_papers a left join assembly_files f on f.id = a.file_id
    where a.item_id = i.id), '[]')`;

const QUESTIONS = `
  coalesce((
    select jsonb_agg(jsonb_build_object('id', q.id, 'language', q.language, 'text', q.body,
      'asker', ${sealedNameOf('r')},
      'askedAt', ${INSTANT('q.asked_at')},
      'answer', case when q.answer_kk is not null
        then jsonb_build_object('kk', q.answer_kk, 'ru', q.answer_ru) end) order by q.asked_at, q.id)
    from item_questions q join residents r on r.id = q.resident_id
    where q.item_id = i.id), '[]')`;

const AGENDA = `
  coalesce((
    select jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'question', i.question,
      'title', jsonb_build_object('kk', i.title_kk, 'ru', i.title_ru), 'rapporteur', i.rapporteur,
      'links', i.links, 'reportUrl', i.report_url, 'papers', ${PAPERS}, 'questions', ${QUESTIONS},
      'version', i.version) order by i.number)
    from agenda_items i where i.meeting_id = m.id), '[]')`;

const PROOFS = `
  coalesce((
    select jsonb_agg(jsonb_build_object('id', n.id, 'channel', n.channel, 'postedOn', n.posted_on,
      'link', n.link, 'file', ${FILE('f')}) order by n.posted_on, n.added_at)
    from notice_proofs n left join assembly_files f on f.id = n.file_id
    where n.meeting_id = m.id), '[]')`;

/** Columns that only the meeting's own page shows. */
export const OWN_COLUMNS = `
  t.path as "territoryPath", m.body_id as "bodyId", m.convener, m.members,
  m.members_source as "membersSource", m.notice_at as "noticeAt",
  jsonb_build_object('kk', m.notice_kk, 'ru', m.notice_ru) as notice, m.channels,
  ${PROOFS} as proofs, ${AGENDA} as agenda, m.repeats_minutes_id as "repeatsMinutesId",
  m.opened_at as "openedAt", m.closed_at as "closedAt", m.chair_id as "chairId",
  m.secretary_id as "secretaryId",
  case when m.cancelled_kk is not null
    then jsonb_build_object('kk', m.cancelled_kk, 'ru', m.cancelled_ru) end as "cancelledFor"`;

/** The hall in one row: everybody and every stay. */
export const HALL = `
  select
    coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'kind', h.kind, 'fullName', h.full_name,
        'residence', h.residence) order by h.kind, h.full_name collate "kk-x-icu", h.id)
      from meeting_people h where h.meeting_id = $1), '[]') as people,
    coalesce((select jsonb_agg(jsonb_build_object('memberId', s.person_id,
        'arrivedAt', ${INSTANT('s.arrived_at')}, 'leftAt', ${INSTANT('s.left_at')})
        order by s.arrived_at, s.person_id)
      from meeting_stays s where s.meeting_id = $1), '[]') as stays`;
