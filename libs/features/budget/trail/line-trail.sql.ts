import { FATE, ITEM_VOTES, OF_PROJECT, PLANNED_ACCEPTANCE, POST, day } from './trail.sql.js';

/** The line as the budget holds it, or as it was before an amendment took it out. */
const LINE = `
  select true as held, l.title_kk, l.title_ru, l.functional_group, l.programme, l.administrator,
    l.funding, l.amount_tiyn, l.origin_kind, l.origin_id
  from budget_lines l where l.budget_id = $1 and l.number = $2
  union all
  (select false, w.line #>> '{title,kk}', w.line #>> '{title,ru}', w.line ->> 'functionalGroup',
     w.line ->> 'programme', w.line ->> 'administrator', w.line ->> 'funding', 0,
     w.line #>> '{origin,kind}', w.line #>> '{origin,id}'
   from was w where not exists (
     select from budget_lines l where l.budget_id = $1 and l.number = $2)
     and w.line is not null
   order by w.number desc limit 1)`;

/** What the line was at each act on the budget; null where it was not there. */
const WAS = `
  select v.number, v.act, v.at, v.post_kk, v.post_ru, x.line, (x.line ->> 'amountTiyn')::bigint as tiyn,
    lag((x.line ->> 'amountTiyn')::bigint) over (order by v.number) as before_tiyn
  from budget_versions v left join lateral (
    select line from jsonb_array_elements(v.lines) line
    where (line ->> 'number')::int = $2 limit 1) x on true
  where v.budget_id = $1`;

/** A record behind the line by its key, so that an index finds it. */
const ORIGIN = (kind: string) =>
  `(select case when line.origin_kind = '${kind}' then line.origin_id::uuid end from line)`;

const MINUTED = `
  select 'assembly', e.held_on, null::jsonb,
    jsonb_build_object('minutes', n.id, 'number', n.number, 'item', i.item, ${ITEM_VOTES('(i.item - 1)::text')})
  from minutes n join meetings e on e.id = n.meeting_id
    left join lateral (select k.item from decision_links k
      where k.minutes_id = n.id and k.kind = 'budget-line' limit 1) k on true
    cross join lateral (select coalesce(k.item, 1) as item) i
  where n.id = ${ORIGIN('minutes')} and n.frozen_at is not null`;

const PETITION = `
  select 'petition', ${day('coalesce(q.reached_at, c.reached_at)')}, null::jsonb,
    jsonb_build_object('number', q.number, 'signatures', c.valid, 'required', q.required)
  from petitions q left join petition_tallies c on c.petition_id = q.id
  where q.id = ${ORIGIN('petition')} and coalesce(q.reached_at, c.reached_at) is not null`;

const ANSWER = `
  select 'petition-answer', x.decided_on, ${POST},
    jsonb_build_object('number', q.number, 'decision', x.decision)
  from petition_answers x join petitions q on q.id = x.petition_id
  where q.id = ${ORIGIN('petition')}`;

const SUBMITTED = `
  select 'submitted', ${day('x.at')}, ${POST},
    jsonb_build_object('budget', $1::uuid, 'version', x.number, 'amountTiyn', x.tiyn::text)
  from was x where x.act = 'submitted' and x.line is not null`;

const RETURNED = `
  select 'returned', ${day('x.at')}, ${POST}, jsonb_build_object('decision', d.id)
  from was x left join maslikhat_decisions d on d.budget_id = $1 and d.at = x.at
  where x.act = 'returned' and x.line is not null`;

const COMMISSION = `
  select 'commission', ${day('x.at')}, jsonb_build_object('kk', c.name_kk, 'ru', c.name_ru),
    jsonb_build_object('budget', $1::uuid, 'opinion', x.opinion, 'ofLine', (x.line_number is not null)::int,
      'for', x.votes_for, 'against', x.votes_against)
  from budget_opinions x join commissions c on c.id = x.commission_id
  where x.budget_id = $1 and (x.line_number is null or x.line_number = $2)`;

const AMENDED = `
  select 'amended', ${day('x.at')}, ${POST},
    jsonb_build_object('changeTiyn', change ->> 'changeTiyn', 'outcome', coalesce(x.outcome, 'waiting'))
  from budget_amendments x, jsonb_array_elements(x.changes) change
  where x.budget_id = $1 and (change ->> 'line')::int = $2`;

const VOTES_FOR = `(select count(*) from decision_votes s where s.decision_id = x.id and s.side = 'for')`;

const ADOPTED = `
  select 'adopted', x.decided_on, ${POST},
    jsonb_build_object('decision', x.id, 'number', x.number, 'amountTiyn', v.tiyn::text,
      'for', ${VOTES_FOR}, 'deputies', x.deputies)
  from maslikhat_decisions x join was v on v.act = 'adopted' and v.line is not null
  where x.budget_id = $1 and x.kind = 'adoption'`;

/** Refinements that touched the line; one that took it out leaves nothing. */
const REFINED = `
  select 'refined', x.decided_on, ${POST},
    jsonb_build_object('decision', x.id, 'number', x.number, 'amountTiyn', coalesce(v.tiyn, 0)::text,
      'wasTiyn', coalesce(v.before_tiyn, 0)::text, 'for', ${VOTES_FOR}, 'deputies', x.deputies)
  from maslikhat_decisions x join was v on v.act = 'refined' and v.at = x.at
  where x.budget_id = $1 and x.kind = 'refinement' and v.tiyn is distinct from v.before_tiyn`;

/** Visits to the site that noted more money paid than before. */
const PAID = `
  select 'paid', m.reached_on, jsonb_build_object('kk', m.post_kk, 'ru', m.post_ru),
    jsonb_build_object('percent', m.percent, 'paidTiyn', m.paid_tiyn::text)
  from (select x.*, lag(x.paid_tiyn, 1, 0::bigint) over (order by x.at, x.id) as before_tiyn
        from works_milestones x join p on p.id = x.project_id) m
  where m.paid_tiyn > m.before_tiyn`;

const RECORDS = [
  ...OF_PROJECT.before,
  MINUTED,
  PETITION,
  ANSWER,
  SUBMITTED,
  COMMISSION,
  AMENDED,
  RETURNED,
  ADOPTED,
  REFINED,
  ...OF_PROJECT.after,
  PAID,
];

/** One statement a line, however long its way is; $1 the budget, $2 the number of the line. */
export const LINE_TRAIL = `
  with was as materialized (${WAS}), line as materialized (${LINE}),
    p as (select * from proposals where id = ${ORIGIN('project')}),
    record (kind, on_day, post, facts) as (${RECORDS.join(' union all ')}),
    plan (kind, by_day) as (${PLANNED_ACCEPTANCE})
  select b.id as "budgetId", b.year, b.tier, b.higher_signed_on::text as "higherSignedOn",
    jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)) as "territoryName",
    jsonb_build_object('number', $2::int, 'held', l.held,
      'title', jsonb_build_object('kk', l.title_kk, 'ru', l.title_ru),
      'functionalGroup', l.functional_group, 'programme', l.programme,
      'administrator', l.administrator, 'funding', l.funding, 'amountTiyn', l.amount_tiyn::text) as line,
    jsonb_build_object('kind', l.origin_kind, 'id', l.origin_id, 'number', coalesce(p.number, q.number, n.number),
      'title', case
        when p.id is not null then jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title))
        when q.id is not null then jsonb_build_object('kk', q.title_kk, 'ru', q.title_ru) end) as origin,
    (clock_timestamp() at time zone 'Asia/Almaty')::date::text as today,
    case when not l.held then 'refined' when w.state = 'cancelled' then 'paid' end as "endedAfter",
    coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'on', on_day, 'post', post, 'facts', facts)
      order by on_day) from record), '[]') as records,
    coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'by', by_day)) from plan), '[]') as plans,
    case when p.id is not null then ${FATE} end as fate
  from budgets b join territories t on t.kato = b.territory_kato cross join line l
    left join p on true
    left join petitions q on q.id = ${ORIGIN('petition')}
    left join minutes n on n.id = ${ORIGIN('minutes')}
    left join works w on w.project_id = p.id
  where b.id = $1`;
