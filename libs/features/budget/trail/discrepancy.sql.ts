const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

/** A winner that its year's budget, once submitted, neither holds nor explains. */
const WINNER_WITHOUT_LINE = `
  select 'winner-without-line', r.territory_kato, 'project', p.id::text, p.number,
    coalesce(p.title_kk, p.title), coalesce(p.title_ru, p.title), b.submitted_on, null::bigint
  from proposals p join rounds r on r.id = p.round_id and r.published_at is not null
    join territories u on u.kato = r.territory_kato
    join budgets b on b.submitted_on is not null
      and b.year > extract(year from r.published_at at time zone 'Asia/Almaty')
      and (b.territory_kato = u.kato or (u.level = 'city-district' and b.territory_kato = u.parent_kato))
  where p.state = 'winner'
    and not exists (select from budget_lines l where l.origin_kind = 'project' and l.origin_id = p.id::text)
    and not exists (select from budget_fates f where f.project_id = p.id)
    and not exists (select from budgets e where e.territory_kato = b.territory_kato
      and e.submitted_on is not null and e.year < b.year
      and e.year > extract(year from r.published_at at time zone 'Asia/Almaty'))`;

/** Money is bound by a contract, and no session has adopted a budget that holds it. */
const LINE_WITHOUT_DECISION = `
  select 'line-without-decision', r.territory_kato, 'project', p.id::text, p.number,
    coalesce(p.title_kk, p.title), coalesce(p.title_ru, p.title), w.signed_on, w.contract_tiyn
  from works w join proposals p on p.id = w.project_id join rounds r on r.id = p.round_id
    left join budget_lines l on l.origin_kind = 'project' and l.origin_id = p.id::text
    left join maslikhat_decisions d on d.budget_id = l.budget_id and d.kind = 'adoption'
  where d.id is null`;

const PAID_ABOVE_CONTRACT = `
  select 'paid-above-contract', r.territory_kato, 'project', p.id::text, p.number,
    coalesce(p.title_kk, p.title), coalesce(p.title_ru, p.title), w.last_on,
    w.paid_tiyn - w.contract_tiyn
  from works w join proposals p on p.id = w.project_id join rounds r on r.id = p.round_id
  where w.paid_tiyn > w.contract_tiyn`;

/** Duties that are over their last day and not met. */
const OVERDUE = (discrepancy: string, duties: string) => `
  select '${discrepancy}', o.territory_kato, o.object_kind, o.object_id, o.part, '', '', o.due_on,
    null::bigint
  from obligations o where o.kind in (${duties}) and o.met_on is null and o.due_on < ${TODAY}`;

/** A meeting was held, its minutes are due, and nobody has signed any. */
const MINUTES_MISSING = `
  select 'minutes-missing', m.territory_kato, 'meeting', m.id::text, '', '', '', m.minutes_due_on,
    null::bigint
  from meetings m left join minutes n on n.meeting_id = m.id and n.frozen_at is not null
  where m.state in ('held', 'without-quorum') and m.minutes_due_on < ${TODAY} and n.id is null`;

/** Everything that does not follow from what it should, in one statement. */
export const DISCREPANCIES = `
  select f.kind, f.territory, f.object_kind as "objectKind", f.object_id as "objectId",
    f.number, jsonb_build_object('kk', f.title_kk, 'ru', f.title_ru) as title,
    f.since::text as since, f.amount::text as "amountTiyn",
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName"
  from (${[
    WINNER_WITHOUT_LINE,
    LINE_WITHOUT_DECISION,
    PAID_ABOVE_CONTRACT,
    OVERDUE('report-overdue', `'quarterly-report'`),
    OVERDUE('budget-late', `'budget-to-maslikhat', 'budget-approval'`),
    MINUTES_MISSING,
  ].join(' union all ')})
    as f (kind, territory, object_kind, object_id, number, title_kk, title_ru, since, amount)
  join territories t on t.kato = f.territory
  where ($1::text is null or $1 = any(t.path)) and ($2::text is null or f.kind = $2)
  order by f.since, f.kind, f.object_id`;
