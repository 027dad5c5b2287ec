const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

/** In the territory that is asked about: each part looks there alone, before it looks any deeper. */
const here = (kato: string) => `($1::text is null or ${kato} in (select kato from place))`;

/** The unit whose residents chose a project. */
const PROJECT_KATO = 'coalesce(p.pot_kato, r.territory_kato)';

const TITLE = `jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title))`;

const ROUND_TITLE = `jsonb_strip_nulls(
  jsonb_build_object('kk', r.title_kk, 'ru', r.title_ru, 'en', r.title_en))`;

const LAST_CONTRACT = `join lateral (select number, sum_tiyn, signed_on from works_contracts c
    where c.project_id = w.project_id order by c.at desc, c.id desc limit 1) c on true`;

const PAID_ABOVE_CONTRACT = `
  select 'paid-above-contract', ${PROJECT_KATO}, 'project', p.number, '', ${TITLE},
    m.reached_on, jsonb_build_object('number', p.number, 'paidTiyn', m.paid_tiyn::text,
      'contractTiyn', c.sum_tiyn::text, 'aboveTiyn', (m.paid_tiyn - c.sum_tiyn)::text)
  from works w join proposals p on p.id = w.project_id join rounds r on r.id = p.round_id
    ${LAST_CONTRACT}
    join lateral (select paid_tiyn, reached_on from works_milestones m
      where m.project_id = w.project_id and m.paid_tiyn > c.sum_tiyn
      order by m.at, m.id limit 1) m on true
  where ${here(PROJECT_KATO)}`;

/** The list of duties names the quarters; whether one is reported on, the reports themselves tell. */
const REPORT_OVERDUE = `
  select 'report-overdue', o.territory_kato, 'round', o.object_id, o.part, ${ROUND_TITLE},
    o.due_on + 1, jsonb_strip_nulls(jsonb_build_object('quarter', o.part, 'dueOn', o.due_on,
      'publishedOn', q.published_on, 'variant', case when q.published_on is not null then 'done' end))
  from obligations o join rounds r on r.id::text = o.object_id
    left join quarterly_reports q on q.round_id = r.id and q.quarter_from::text = o.part
  where o.kind = 'quarterly-report' and ${here('o.territory_kato')} and coalesce(q.published_on, ${TODAY}) > o.due_on`;

/** A meeting that was held, whose minutes both should have signed by now. */
const MINUTES_MISSING = `
  select 'minutes-missing', e.territory_kato, 'meeting', e.id::text, '',
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru), e.minutes_due_on + 1,
    jsonb_build_object('heldOn', e.held_on, 'dueOn', e.minutes_due_on)
  from meetings e join territories t on t.kato = e.territory_kato
  where ${here('e.territory_kato')} and e.state in ('held', 'without-quorum') and e.minutes_due_on < ${TODAY}
    and not exists (select from minutes n where n.meeting_id = e.id and n.frozen_at is not null)`;

/**
 * A winner published before a year whose budget is submitted, or whose year has begun, and that no
 * budget holds; one with a public reason (postponed, cancelled) is explained and no discrepancy.
 */
const WINNER_WITHOUT_LINE = `
  select 'winner-without-line', r.territory_kato, 'project', p.number, '', ${TITLE},
    coalesce(b.submitted_on, make_date(y.year, 1, 1)), jsonb_build_object('number', p.number, 'year', y.year::text)
  from proposals p join rounds r on r.id = p.round_id and r.published_at is not null
    cross join lateral (select
      extract(year from r.published_at at time zone 'Asia/Almaty')::int + 1 as year) y
    join territories u on u.kato = r.territory_kato
    left join budgets b on b.year = y.year and b.territory_kato =
      case u.level when 'city-district' then u.parent_kato else u.kato end
    left join works w on w.project_id = p.id
  where ${here('r.territory_kato')} and p.state = 'winner' and coalesce(w.state, 'planned') not in ('postponed', 'cancelled')
    and (b.submitted_on is not null or make_date(y.year, 1, 1) <= ${TODAY})
    and not exists (select from budget_lines l
      where l.origin_kind = 'project' and l.origin_id = p.id::text)
    and not exists (select from budget_fates f where f.project_id = p.id)`;

/** Money is bound by a contract, and no session has adopted a budget that holds it. */
const LINE_WITHOUT_DECISION = `
  select 'line-without-decision', ${PROJECT_KATO}, 'project', p.number, '',
    ${TITLE}, c.signed_on, jsonb_build_object('number', p.number, 'contract', c.number,
      'contractTiyn', c.sum_tiyn::text)
  from works w join proposals p on p.id = w.project_id join rounds r on r.id = p.round_id
    ${LAST_CONTRACT}
  where ${here(PROJECT_KATO)} and not exists (select from budget_lines l join maslikhat_decisions d
    on d.budget_id = l.budget_id and d.kind = 'adoption'
    where l.origin_kind = 'project' and l.origin_id = p.id::text)`;

/** The list of duties knows the last days of a draft and of its approval; the budget, the acts. */
const BUDGET_LATE = `
  select 'budget-late', b.territory_kato, 'budget', b.id::text, o.kind,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru), o.due_on + 1,
    jsonb_strip_nulls(jsonb_build_object('year', b.year::text, 'dueOn', o.due_on,
      'variant', case o.kind when 'budget-to-maslikhat' then 'draft' end))
  from obligations o join budgets b on b.id::text = o.object_id
    join territories t on t.kato = b.territory_kato
  where ${here('b.territory_kato')} and o.kind in ('budget-to-maslikhat', 'budget-approval') and o.due_on <
    coalesce(case o.kind when 'budget-approval' then b.adopted_on else b.submitted_on end, ${TODAY})`;

/** What each kind is found by; one part of a statement each. */
const FOUND = [
  WINNER_WITHOUT_LINE,
  LINE_WITHOUT_DECISION,
  BUDGET_LATE,
  PAID_ABOVE_CONTRACT,
  REPORT_OVERDUE,
  MINUTES_MISSING,
];

/** Discrepancies of a territory and every unit below it, the newest first: one statement. */
export const DISCREPANCIES = `
  with place as materialized (select kato from territories where $1::text = any(path))
  select * from (
    select concat_ws('.', d.kind, d.object_id, nullif(d.part, '')) as id, d.kind,
      d.territory_kato as territory,
      jsonb_strip_nulls(jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en)) as "territoryName",
      d.object_kind as "objectKind", d.object_id as "objectId", d.title, d.since::text as since,
      d.facts, ${TODAY}::text as today
    from (${FOUND.join(' union all ')})
      as d (kind, territory_kato, object_kind, object_id, part, title, since, facts)
      join territories t on t.kato = d.territory_kato
    where $2::text is null or d.kind = $2) as found
  where ($3::text is null or (since, id) < ($3, $4)) and ($6::text is null or id = $6)
  order by since desc, id desc limit $5`;
