import { sealedNameOf } from '../../registry/residents/name.reader.js';
import { enclosuresOf } from '../../record/enclosures/enclosure.sql.js';

export const INSTANT = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const TEXT = (name: string) => `jsonb_build_object('kk', ${name}_kk, 'ru', ${name}_ru)`;

const ACT = (x: string) =>
  `'id', ${x}.id, 'at', ${INSTANT(`${x}.at`)}, 'post', ${TEXT(`${x}.post`)}`;

const LIST = (x: string, table: string, columns: string) => `
  coalesce((select jsonb_agg(jsonb_build_object(${columns}) order by ${x}.at, ${x}.id)
    from ${table} ${x} where ${x}.project_id = p.id), '[]')`;

export const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

const CONTRACTS = LIST(
  'c',
  'works_contracts',
  `${ACT('c')}, 'number', c.number, 'supplierBin', c.supplier_bin, 'supplierName', c.supplier_name,
   'sumTiyn', c.sum_tiyn::text, 'signedOn', c.signed_on, 'finishBy', c.finish_by,
   'procurementUrl', c.procurement_url`,
);

const MILESTONES = LIST(
  'm',
  'works_milestones',
  `${ACT('m')}, 'on', m.reached_on, 'percent', m.percent, 'paidTiyn', m.paid_tiyn::text,
   'finishBy', m.finish_by, 'delayReason', m.delay_reason, 'place', m.place,
   'latitude', m.latitude, 'longitude', m.longitude, 'note', m.note,
   'enclosures', ${enclosuresOf('works-milestone', 'm.id')}`,
);

const SCOPE_CHANGES = LIST(
  's',
  'scope_changes',
  `${ACT('s')}, 'before', ${TEXT('s.before')}, 'after', ${TEXT('s.after')},
   'reason', ${TEXT('s.reason')},
   'seenAt', (select ${INSTANT('v.at')} from scope_changes_seen v where v.scope_change_id = s.id)`,
);

const DECISIONS = LIST(
  'd',
  'works_decisions',
  `${ACT('d')}, 'act', d.act, 'reason', ${TEXT('d.reason')}`,
);

const ACCEPTANCE = `
  (select jsonb_build_object(${ACT('a')}, 'actNumber', a.act_number, 'acceptedOn', a.accepted_on,
     'warrantyUntil', a.warranty_until, 'enclosures', ${enclosuresOf('works-acceptance', 'a.id')})
   from works_acceptances a where a.project_id = p.id)`;

const RESIDENT_REPORTS = `
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'at', ${INSTANT('s.at')},
      'on', s.said_on, 'name', ${sealedNameOf('h')},
      'verdict', s.verdict, 'language', s.language, 'text', s.body,
      'enclosures', ${enclosuresOf('resident-report', 's.id')}) order by s.at, s.id)
    from resident_reports s join residents h on h.id = s.resident_id
    where s.project_id = p.id), '[]')`;

/** Acts of a winner's works, each list whole; for {@link WORKS_TABLES}. */
export const WORKS_COLUMNS = `
  p.id as "projectId", p.number, coalesce(w.state, 'planned') as state,
    coalesce(w.version, 0) as version, p.author_id as "authorId", p.round_id as "roundId",
    t.path as "territoryPath", coalesce(p.checked_cost_tiyn, p.cost_tiyn)::text as "plannedTiyn",
    ${TODAY}::text as today, ${CONTRACTS} as contracts, ${MILESTONES} as milestones,
    ${SCOPE_CHANGES} as "scopeChanges", ${DECISIONS} as decisions, ${ACCEPTANCE} as acceptance,
    ${RESIDENT_REPORTS} as "residentReports"`;

export const WORKS_TABLES = `
  proposals p join rounds r on r.id = p.round_id
    join territories t on t.kato = coalesce(p.pot_kato, r.territory_kato)
    left join works w on w.project_id = p.id`;

/** The works of one winning project, whole: one statement however long they took. */
export const WORKS = `
  select ${WORKS_COLUMNS} from ${WORKS_TABLES} where p.id = $1 and p.state = 'winner'`;

const LAST = (table: string) => `
  left join lateral (select * from ${table} x where x.project_id = p.id
    order by x.at desc, x.id desc limit 1)`;

/** Winners as they stand, for desks and reports; add `where`. */
export const LISTED_WORKS = `
  select p.id as "projectId", p.number, p.round_id as "roundId",
    jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title)) as title,
    coalesce(w.state, 'planned') as state,
    coalesce(p.checked_cost_tiyn, p.cost_tiyn)::text as "plannedTiyn",
    c.sum_tiyn::text as "contractTiyn", coalesce(m.paid_tiyn, 0)::text as "paidTiyn",
    coalesce(m.percent, 0) as percent, c.finish_by::text as "plannedBy",
    coalesce(m.finish_by, c.finish_by)::text as "finishBy", m.delay_reason as "delayReason",
    (greatest(r.published_at, c.at, m.at, d.at, a.at) at time zone 'Asia/Almaty')::date::text as "changedOn",
    a.accepted_on::text as "acceptedOn", ${TODAY}::text as today
  from proposals p join rounds r on r.id = p.round_id
    join territories t on t.kato = coalesce(p.pot_kato, r.territory_kato)
    left join works w on w.project_id = p.id
    ${LAST('works_contracts')} c on true ${LAST('works_milestones')} m on true
    ${LAST('works_decisions')} d on true
    left join works_acceptances a on a.project_id = p.id
  where p.state = 'winner' and r.published_at is not null`;
