/** Today in Kazakhstan by the database's clock. */
const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

/** Sums inside JSON are texts: the reader makes them whole numbers again. */
export const LISTED_BUDGET = `
  select b.id, b.territory_kato as territory,
    jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName",
    t.path as "territoryPath", b.maslikhat_kato as maslikhat, b.year, b.tier, b.state,
    coalesce((select sum(l.amount_tiyn) from budget_lines l where l.budget_id = b.id), 0)::text
      as "expensesTiyn",
    b.higher_signed_on::text as "higherSignedOn", b.agreed_on::text as "agreedOn",
    b.agreed_minutes_id as "agreedMinutesId", b.submitted_on::text as "submittedOn",
    b.adopted_on::text as "adoptedOn", ${TODAY}::text as today, b.version,
    b.revenues_tiyn::text as "revenuesTiyn", b.transfers_tiyn::text as "transfersTiyn",
    b.net_lending_tiyn::text as "netLendingTiyn",
    b.financial_assets_tiyn::text as "financialAssetsTiyn",
    b.financing_tiyn::text as "financingTiyn"
  from budgets b join territories t on t.kato = b.territory_kato`;

export const LINES = `
  select l.number, jsonb_build_object('kk', l.title_kk, 'ru', l.title_ru) as title,
    l.functional_group as "functionalGroup", l.programme, l.administrator,
    l.amount_tiyn::text as "amountTiyn", l.funding, l.origin_kind as "originKind",
    l.origin_id as "originId", coalesce(p.number, q.number, m.number) as "originNumber"
  from budget_lines l
    left join proposals p on l.origin_kind = 'project' and p.id::text = l.origin_id
    left join petitions q on l.origin_kind = 'petition' and q.id::text = l.origin_id
    left join minutes m on l.origin_kind = 'minutes' and m.id::text = l.origin_id
  where l.budget_id = $1 order by l.number`;

/**
 * Winners that this budget should hold: of rounds of the territory, or of a district of the city,
 * that were published before the budget's year, unless another budget holds them.
 */
export const CHOSEN_PROJECTS = `
  select p.id, p.number,
    jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title)) as title,
    coalesce(p.checked_cost_tiyn, p.cost_tiyn)::text as "costTiyn",
    coalesce(l.amount_tiyn, 0)::text as "heldTiyn", f.fate,
    case when f.id is not null then jsonb_build_object('kk', f.reason_kk, 'ru', f.reason_ru) end as reason
  from budgets b join rounds r on r.published_at is not null
    join territories t on t.kato = r.territory_kato and (t.kato = b.territory_kato
      or (t.level = 'city-district' and t.parent_kato = b.territory_kato))
    join proposals p on p.round_id = r.id and p.state = 'winner'
    left join budget_lines l on l.budget_id = b.id and l.origin_kind = 'project'
      and l.origin_id = p.id::text
    left join lateral (select * from budget_fates x where x.budget_id = b.id and x.project_id = p.id
                       order by x.at desc, x.id desc limit 1) f on true
  where b.id = $1
    and extract(year from r.published_at at time zone 'Asia/Almaty') < b.year
    and not exists (select from budget_lines o join budgets e on e.id = o.budget_id
                    where o.origin_kind = 'project' and o.origin_id = p.id::text and e.id <> b.id)
  order by p.number`;

export const AMENDMENTS = `
  select id, jsonb_build_object('kk', justification_kk, 'ru', justification_ru) as justification,
    calculation, changes, sources, revenue_fall_tiyn::text as "revenueFallTiyn",
    needs_akim as "needsAkim", akim_agrees as "akimAgrees",
    case when akim_reasons_kk is not null
      then jsonb_build_object('kk', akim_reasons_kk, 'ru', akim_reasons_ru) end as "akimReasons", outcome,
    jsonb_build_object('kk', post_kk, 'ru', post_ru) as post, at
  from budget_amendments where budget_id = $1 order by at, id`;

export const OPINIONS = `
  select o.id, jsonb_build_object('kk', c.name_kk, 'ru', c.name_ru) as commission,
    o.line_number as line, o.amendment_id as "amendmentId", o.members, o.present, o.votes_for as "for",
    o.votes_against as against, o.votes_abstained as abstained, o.opinion,
    jsonb_build_object('kk', o.reasons_kk, 'ru', o.reasons_ru) as reasons,
    case when o.minority_kk is not null
      then jsonb_build_object('kk', o.minority_kk, 'ru', o.minority_ru) end as "minorityView", o.at
  from budget_opinions o join commissions c on c.id = o.commission_id
  where o.budget_id = $1 order by o.at, o.id`;

/** The assembly of the territory decided in favour of the budget, and both signed the minutes. */
export const AGREEMENT = `
  select e.held_on::text as on from budgets b
    join minutes m on m.id = $2 and m.territory_kato = b.territory_kato and m.frozen_at is not null
    join meetings e on e.id = m.meeting_id
    join community_decisions d on d.minutes_id = m.id and d.item = $3
      and m.document #>> array['items', (d.item - 1)::text, 'question'] = 'budget'
  where b.id = $1`;
