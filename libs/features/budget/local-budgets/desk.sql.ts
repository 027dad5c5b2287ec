/** Units with a budget of their own; a city district's money is in the budget of its city. */
export const PLACES = `
  select t.kato, jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as name, t.level
  from territories t
  where t.path && $1::text[] and t.valid_until is null
    and t.level in ('oblast', 'republican-city', 'oblast-city', 'district', 'district-city',
                    'settlement', 'rural-okrug', 'village')
    and not (t.level = 'village' and exists
      (select from territories p where p.kato = t.parent_kato and p.level = 'rural-okrug'))
  order by cardinality(t.path), t.name_kk collate "kk-x-icu", t.kato limit $2`;

/** A record belongs to the territory itself, to a unit above it or to one below it. */
const HERE = (column: string) => `(${column} = any($1) or exists (
    select from territories u where u.kato = ${column} and ($1::text[])[cardinality($1::text[])] = any(u.path)))`;

/**
 * Winners of published results, signed minutes with a decision in favour, petitions satisfied in
 * whole or in part: those that no line of any budget rests on.
 */
export const FREE_ORIGINS = `
  with free as (
    select 'project' as kind, p.id::text as id, p.number,
      jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title)) as title,
      coalesce(p.checked_cost_tiyn, p.cost_tiyn)::text as "amountTiyn",
      (r.published_at at time zone 'Asia/Almaty')::date as on
    from proposals p join rounds r on r.id = p.round_id
    where p.state = 'winner' and r.published_at is not null and ${HERE('r.territory_kato')}
    union all
    select 'minutes', m.id::text, m.number,
      m.document #> array['items', (d.item - 1)::text, 'title'], null, e.held_on
    from minutes m join meetings e on e.id = m.meeting_id
      join lateral (select item from community_decisions c where c.minutes_id = m.id
                    order by item limit 1) d on true
    where m.frozen_at is not null and ${HERE('m.territory_kato')}
    union all
    select 'petition', p.id::text, p.number,
      jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru),
      null, w.decided_on
    from petitions p join petition_answers w on w.petition_id = p.id
    where w.decision in ('satisfied', 'partly') and ${HERE('p.territory_kato')})
  select f.kind, f.id, f.number, f.title, f."amountTiyn", f.on::text as on from free f
  where not exists (select from budget_lines l where l.origin_kind = f.kind and l.origin_id = f.id)
    and ($2::text is null or f.number ilike $2 or f.title ->> 'kk' ilike $2 or f.title ->> 'ru' ilike $2)
    and ($3::text is null or f.kind = $3)
  order by f.on desc, f.number limit $4`;

/** Items of signed minutes of the territory's own assembly that decided a question on the budget. */
export const AGREEMENTS = `
  select m.id as "minutesId", m.number, d.item, e.held_on::text as on
  from budgets b join minutes m on m.territory_kato = b.territory_kato and m.frozen_at is not null
    join meetings e on e.id = m.meeting_id
    join community_decisions d on d.minutes_id = m.id
      and m.document #>> array['items', (d.item - 1)::text, 'question'] = 'budget'
  where b.id = $1 order by e.held_on desc, d.item`;

export const PLANS = `
  select id, amount_tiyn::text as "amountTiyn", act_number as number, act_on::text as on,
    jsonb_build_object('kk', post_kk, 'ru', post_ru) as post, at
  from budget_quarterly_plans where budget_id = $1 order by at, id`;

export const IMPORT = `
  select id, budget_id as "budgetId", by_person as "personId", budget_version as version, replaces, lines
  from budget_imports where id = $1 and budget_id = $2 and by_person = $3`;
