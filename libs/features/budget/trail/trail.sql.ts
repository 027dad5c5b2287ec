const day = (instant: string) => `((${instant}) at time zone 'Asia/Almaty')::date::text`;

/** The project whose trail is asked for, with the last days that stand in its round. */
export const PROJECT = `
  select p.id, p.number, p.state, r.id as "roundId",
    jsonb_build_object('kk', coalesce(p.title_kk, p.title), 'ru', coalesce(p.title_ru, p.title)) as title,
    t.kato as territory, jsonb_build_object('kk', t.name_kk, 'ru', t.name_ru, 'en', t.name_en) as "territoryName",
    t.level, t.path as "territoryPath",
    ${day(`r.review_until - interval '1 ms'`)} as "reviewBy",
    ${day(`r.voting_until - interval '1 ms'`)} as "votingBy",
    ${day(`r.decision_by - interval '1 ms'`)} as "decisionBy",
    ${day('r.published_at')} as "publishedOn", w.planned_by::text as "plannedBy",
    w.finish_by::text as "finishBy", w.warranty_until::text as "warrantyUntil",
    b.year as "budgetYear", b.tier, b.higher_signed_on::text as "higherSignedOn",
    (clock_timestamp() at time zone 'Asia/Almaty')::date::text as today
  from proposals p join rounds r on r.id = p.round_id
    join territories t on t.kato = r.territory_kato
    left join works w on w.project_id = p.id
    left join budget_lines l on l.origin_kind = 'project' and l.origin_id = p.id::text
    left join budgets b on b.id = l.budget_id
  where $1 in (p.id::text, p.number) and p.state not in ('draft', 'lapsed')`;

const money = (column: string) => `(${column})::text`;

/** Every step that is on record, in one statement; the latest where a step was done again. */
export const RECORDS = `
  with p as (select id, number, round_id, state, submitted_at, cost_tiyn from proposals where id = $1)
  select distinct on (kind) kind, "on", who, document, facts from (
    select 'proposed' as kind, ${day('p.submitted_at')} as "on", null::jsonb as who, p.number as document,
      jsonb_build_object('costTiyn', ${money('p.cost_tiyn')}) as facts, p.submitted_at as at from p
    union all
    select 'checked', ${day('c.at')}, jsonb_build_object('kk', c.post_kk, 'ru', c.post_ru), null,
      jsonb_build_object('passed', c.passed), c.at from p join formal_checks c on c.proposal_id = p.id
    union all
    select 'estimated', ${day('e.at')}, jsonb_build_object('kk', e.post_kk, 'ru', e.post_ru), null,
      jsonb_build_object('costTiyn', ${money('e.cost_tiyn')}), e.at
      from p join technical_estimates e on e.proposal_id = p.id
    union all
    select 'admitted', ${day('a.at')}, jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru),
      (select d.protocol_number from council_decisions d where d.proposal_id = p.id
       order by d.at desc limit 1),
      jsonb_build_object('costTiyn', ${money('a.checked_cost_tiyn')}), a.at
      from p join proposal_admissions a on a.proposal_id = p.id
    union all
    select 'voted', ${day('r.closed_at')}, null, null, '{}', r.closed_at
      from p join rounds r on r.id = p.round_id
      where r.closed_at is not null and p.state in ('winner', 'not-selected')
    union all
    select 'chosen', ${day('r.published_at')}, null,
      (select x.council_protocol from round_results x where x.round_id = r.id
       order by x.decided_at desc limit 1), '{}', r.published_at
      from p join rounds r on r.id = p.round_id where r.published_at is not null and p.state = 'winner'
    union all
    select 'assembly', m.held_on::text, null, n.number, jsonb_build_object('item', l.item,
      'minutes', n.id), n.frozen_at
      from p join decision_links l on l.kind in ('project', 'proposal') and l.object_id in (p.id::text, p.number)
      join minutes n on n.id = l.minutes_id join meetings m on m.id = n.meeting_id
    union all
    select 'requested', b.submitted_on::text, null, null, jsonb_build_object('budget', b.id,
      'line', l.number, 'costTiyn', ${money('l.amount_tiyn')}, 'year', b.year), b.submitted_on::timestamptz
      from p join budget_lines l on l.origin_kind = 'project' and l.origin_id = p.id::text
      join budgets b on b.id = l.budget_id where b.submitted_on is not null
    union all
    select 'commission', ${day('o.at')}, jsonb_build_object('kk', k.name_kk, 'ru', k.name_ru), null,
      jsonb_build_object('opinion', o.opinion, 'for', o.votes_for, 'against', o.votes_against), o.at
      from p join budget_lines l on l.origin_kind = 'project' and l.origin_id = p.id::text
      join budget_opinions o on o.budget_id = l.budget_id and coalesce(o.line_number, l.number) = l.number
      join commissions k on k.id = o.commission_id
    union all
    select 'adopted', d.decided_on::text, null, d.number, jsonb_build_object('decision', d.id,
      'budget', d.budget_id, 'for', (select count(*) from decision_votes v
        where v.decision_id = d.id and v.side = 'for')), d.at
      from p join budget_lines l on l.origin_kind = 'project' and l.origin_id = p.id::text
      join maslikhat_decisions d on d.budget_id = l.budget_id and d.kind = 'adoption'
    union all
    select case m.kind when 'contract' then 'contracted' when 'progress' then 'building' else 'accepted' end,
      m.happened_on::text, jsonb_build_object('kk', m.post_kk, 'ru', m.post_ru),
      case m.kind when 'contract' then w.contract_number when 'acceptance' then w.act_number end,
      jsonb_build_object('percent', m.percent, 'paidTiyn', ${money('m.paid_tiyn')},
        'delayReason', m.delay_reason, 'photos', m.photos,
        'costTiyn', case m.kind when 'contract' then ${money('w.contract_tiyn')} end,
        'supplier', case m.kind when 'contract' then w.supplier_name end,
        'procurement', case m.kind when 'contract' then w.procurement_url end), m.at
      from p join works w on w.project_id = p.id join works_milestones m on m.project_id = p.id
    union all
    select 'warranty', w.accepted_on::text, null, w.act_number,
      jsonb_build_object('until', w.warranty_until), w.accepted_on::timestamptz
      from p join works w on w.project_id = p.id where w.warranty_until is not null
  ) s order by kind, at desc`;

/** What residents say of the works, and what the body says of a project that it put off. */
export const VOICES = `
  select
    (select count(*) from resident_reports where project_id = $1 and verdict = 'built')::int as built,
    (select count(*) from resident_reports where project_id = $1 and verdict = 'not-so')::int as "notSo",
    (select jsonb_build_object('fate', f.fate, 'reason', jsonb_build_object('kk', f.reason_kk, 'ru', f.reason_ru))
     from budget_fates f where f.project_id = $1 order by f.at desc, f.id desc limit 1) as fate`;
