const ACT = (table: string): string =>
  `'at', ${table}.at, 'post', jsonb_build_object('kk', ${table}.post_kk, 'ru', ${table}.post_ru)`;

const VOTES = (vote: string): string =>
  `(select count(*) from council_votes v where v.decision_id = d.id and v.vote = '${vote}')`;

const LAST = `order by x.at desc, x.id desc limit 1`;

/** One proposal's card by a condition on `p`; the acts as JSON, those on the present text only. */
export const REVIEW_CARD = `
  select p.id, p.number, p.state, p.version, p.author_id as "authorId", p.cost_tiyn as "costTiyn",
    p.checked_cost_tiyn as "checkedCostTiyn", r.cost_cap_tiyn as "capTiyn",
    p.ballot_number as "ballotNumber",
    (select coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'ballotNumber', o.ballot_number)
       order by o.number), '[]'::jsonb)
     from proposals o where o.round_id = p.round_id and o.id <> p.id and o.number is not null
       and o.exclusive_group = p.exclusive_group) as excludes,
    (select jsonb_build_object(${ACT('x')}, 'findings', x.findings, 'passed', x.passed)
     from formal_checks x where x.proposal_id = p.id and x.at > since.at ${LAST}) as "check",
    (select coalesce(jsonb_agg(jsonb_build_object(${ACT('x')}, 'remarks', x.remarks,
       'deadline', x.deadline) order by x.at), '[]'::jsonb)
     from proposal_returns x where x.proposal_id = p.id) as returns,
    (select jsonb_build_object(${ACT('x')}, 'costTiyn', x.cost_tiyn::text, 'lines', x.lines,
       'findings', x.findings, 'opinion', jsonb_build_object('kk', x.opinion_kk, 'ru', x.opinion_ru))
     from technical_estimates x where x.proposal_id = p.id and x.at > since.at ${LAST}) as estimate,
    (select jsonb_build_object(${ACT('d')}, 'protocolNumber', d.protocol_number,
       'for', ${VOTES('for')}, 'against', ${VOTES('against')}, 'abstained', ${VOTES('abstained')},
       'conflict', ${VOTES('conflict')}, 'members', d.members, 'required', d.required,
       'admitted', d.admitted, 'findings', d.findings)
     from council_decisions d where d.proposal_id = p.id and d.at > since.at
     order by d.at desc, d.id desc limit 1) as decision,
    (select jsonb_build_object(${ACT('x')}, 'checkedCostTiyn', x.checked_cost_tiyn::text,
       'ballotNumber', x.ballot_number)
     from proposal_admissions x where x.proposal_id = p.id) as admission,
    (select coalesce(jsonb_agg(jsonb_build_object(${ACT('x')}, 'id', x.id, 'grounds', x.grounds,
       'reasons', jsonb_build_object('kk', x.reasons_kk, 'ru', x.reasons_ru),
       'remarksUntil', x.remarks_until, 'finalAt', x.final_at,
       'appeal', (select jsonb_build_object('id', a.id, 'filedAt', a.filed_at, 'remarks', a.remarks,
           'decideBy', a.decide_by, 'decision', case when a.decided_at is not null then
             jsonb_build_object('at', a.decided_at, 'upheld', a.upheld,
               'post', jsonb_build_object('kk', a.post_kk, 'ru', a.post_ru),
               'reasons', jsonb_build_object('kk', a.reasons_kk, 'ru', a.reasons_ru)) end)
         from proposal_appeals a where a.refusal_id = x.id)) order by x.at), '[]'::jsonb)
     from proposal_refusals x where x.proposal_id = p.id) as refusals
  from proposals p join rounds r on r.id = p.round_id
    cross join lateral (select coalesce(max(s.at), '-infinity') as at
      from proposal_returns s where s.proposal_id = p.id) since
  where p.number is not null`;
