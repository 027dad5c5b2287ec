import { sealedNameOf } from '../../registry/residents/name.reader.js';

export const day = (instant: string) => `(${instant} at time zone 'Asia/Almaty')::date`;

/** The last day before an instant at which something ends. */
const lastDay = (instant: string) => day(`(${instant} - interval '1 ms')`);

/** The post of an act `x`. */
export const POST = `jsonb_build_object('kk', x.post_kk, 'ru', x.post_ru)`;

const LAST = `order by x.at desc, x.id desc limit 1`;

const PROPOSED = `
  select 'proposed', ${day('p.submitted_at')}, null::jsonb,
    jsonb_build_object('author', ${sealedNameOf('a')},
      'number', p.number, 'costTiyn', p.cost_tiyn::text)
  from p join residents a on a.id = p.author_id where p.submitted_at is not null`;

const CHECKED = `
  (select 'checked', ${day('x.at')}, ${POST}, jsonb_build_object('passed', x.passed::int)
   from formal_checks x join p on p.id = x.proposal_id ${LAST})`;

const ESTIMATED = `
  (select 'estimated', ${day('x.at')}, ${POST},
     jsonb_build_object('costTiyn', x.cost_tiyn::text, 'wasTiyn', p.cost_tiyn::text)
   from technical_estimates x join p on p.id = x.proposal_id ${LAST})`;

const ADMITTED = `
  (select 'admitted', ${day('x.at')}, ${POST},
     jsonb_build_object('number', x.ballot_number, 'costTiyn', x.checked_cost_tiyn::text,
       'protocol', (select d.protocol_number from council_decisions d
                    where d.proposal_id = p.id and d.admitted order by d.at desc limit 1))
   from proposal_admissions x join p on p.id = x.proposal_id ${LAST})`;

/** The number of votes is only there when the voting is over: the tally itself tells. */
const VOTED = `
  select 'voted', ${lastDay('r.voting_until')}, null::jsonb, jsonb_build_object('votes', (
    select j -> 'votes' from tallies y, jsonb_array_elements(y.outcome -> 'pots') pot,
      jsonb_array_elements(pot -> 'projects') j
    where y.round_id = r.id and j ->> 'proposal' = p.id::text
    order by y.computed_at desc limit 1), 'ballots', (
    select y.ballots from tallies y where y.round_id = r.id order by y.computed_at desc limit 1))
  from p join rounds r on r.id = p.round_id
  where p.state in ('winner', 'not-selected') and r.closed_at is not null`;

const CHOSEN = `
  select 'chosen', ${day('r.published_at')}, null::jsonb,
    jsonb_build_object('protocol', s.council_protocol)
  from p join rounds r on r.id = p.round_id
    left join round_results s on s.round_id = r.id and s.published_at is not null
  where p.state = 'winner' and r.published_at is not null`;

/** Votes on an item in the signed minutes `n`. */
export const ITEM_VOTES = (
  item: string,
) => `'for', n.document #> array['items', ${item}, 'vote', 'for'],
  'against', n.document #> array['items', ${item}, 'vote', 'against'],
  'abstained', n.document #> array['items', ${item}, 'vote', 'abstained']`;

/** Minutes that name the project, once both have signed them. */
const ASSEMBLY = `
  (select 'assembly', e.held_on, null::jsonb,
     jsonb_build_object('minutes', n.id, 'number', n.number, 'item', l.item,
       ${ITEM_VOTES('(l.item - 1)::text')})
   from p join decision_links l on l.kind in ('project', 'proposal') and l.object_id in (p.id::text, p.number)
     join minutes n on n.id = l.minutes_id join meetings e on e.id = n.meeting_id
   where n.frozen_at is not null
   order by e.held_on desc limit 1)`;

/** The line that holds the project's money, with its budget. */
const LINE = `p join budget_lines l on l.origin_kind = 'project' and l.origin_id = p.id::text
    join budgets b on b.id = l.budget_id`;

const REQUESTED = `
  (select 'requested', ${day('coalesce(x.at, b.created_at)')},
     case when x.at is not null then ${POST} end,
     jsonb_build_object('budget', b.id, 'year', b.year, 'line', l.number,
       'amountTiyn', l.amount_tiyn::text, 'group', l.functional_group, 'programme', l.programme)
   from ${LINE} left join lateral (select * from budget_versions v where v.budget_id = b.id
     and v.act = 'submitted' order by v.number desc limit 1) x on true)`;

const COMMISSION = `
  (select 'commission', ${day('x.at')}, jsonb_build_object('kk', c.name_kk, 'ru', c.name_ru),
     jsonb_build_object('budget', b.id, 'opinion', x.opinion, 'for', x.votes_for,
       'against', x.votes_against)
   from ${LINE} join budget_opinions x on x.budget_id = b.id
     and (x.line_number is null or x.line_number = l.number)
     join commissions c on c.id = x.commission_id
   order by x.line_number is null, x.at desc limit 1)`;

const ADOPTED = `
  select 'adopted', x.decided_on, ${POST},
    jsonb_build_object('decision', x.id, 'budget', b.id, 'number', x.number, 'amountTiyn', l.amount_tiyn::text,
      'for', (select count(*) from decision_votes v where v.decision_id = x.id and v.side = 'for'),
      'deputies', x.deputies)
  from ${LINE} join maslikhat_decisions x on x.budget_id = b.id and x.kind = 'adoption'`;

const CONTRACTED = `
  (select 'contracted', x.signed_on, ${POST},
     jsonb_build_object('number', x.number, 'sumTiyn', x.sum_tiyn::text, 'supplier', x.supplier_name,
       'bin', x.supplier_bin, 'url', x.procurement_url)
   from works_contracts x join p on p.id = x.project_id ${LAST})`;

const BUILDING = `
  (select 'building', x.reached_on, ${POST},
     jsonb_build_object('percent', x.percent, 'paidTiyn', x.paid_tiyn::text,
       'finishBy', x.finish_by, 'plannedBy', c.finish_by, 'delayReason', x.delay_reason)
   from works_milestones x join p on p.id = x.project_id
     left join lateral (select finish_by from works_contracts c where c.project_id = p.id
       order by c.at desc limit 1) c on true ${LAST})`;

const ACCEPTED = `
  select 'accepted', x.accepted_on, ${POST},
    jsonb_build_object('act', x.act_number, 'warrantyUntil', x.warranty_until)
  from works_acceptances x join p on p.id = x.project_id`;

const WARRANTY = `
  select 'warranty', x.accepted_on, null::jsonb, jsonb_build_object('warrantyUntil', x.warranty_until)
  from works_acceptances x join p on p.id = x.project_id`;

/** What is told of a project in the same words wherever it is told: before the budget and after it. */
export const OF_PROJECT = {
  before: [PROPOSED, VOTED, CHOSEN, ASSEMBLY],
  after: [CONTRACTED, ACCEPTED, WARRANTY],
};

export const TRAIL_RECORDS = [
  PROPOSED,
  CHECKED,
  ESTIMATED,
  ADMITTED,
  VOTED,
  CHOSEN,
  ASSEMBLY,
  REQUESTED,
  COMMISSION,
  ADOPTED,
  CONTRACTED,
  BUILDING,
  ACCEPTED,
  WARRANTY,
];

/** Acceptance is planned by the contract as it was signed. */
export const PLANNED_ACCEPTANCE = `
  (select 'accepted', x.finish_by from works_contracts x join p on p.id = x.project_id ${LAST})`;

/** Last days that are planned: of the round's calendar, of the contract. */
export const TRAIL_PLANS = [
  `select 'admitted', ${lastDay('r.review_until')} from p join rounds r on r.id = p.round_id`,
  `select 'voted', ${lastDay('r.voting_until')} from p join rounds r on r.id = p.round_id`,
  `select 'chosen', ${lastDay('r.decision_by')} from p join rounds r on r.id = p.round_id`,
  PLANNED_ACCEPTANCE,
];

const RESIDENTS = `(
  select jsonb_build_object('built', count(*) filter (where verdict = 'built'),
    'notSo', count(*) filter (where verdict = 'not-so'))
  from (select distinct on (x.resident_id) x.verdict from resident_reports x
    where x.project_id = p.id order by x.resident_id, x.at desc) last)`;

/** What a refinement last made of the project `p`. */
export const FATE = `(
  select jsonb_build_object('fate', x.fate, 'reason', jsonb_build_object('kk', x.reason_kk, 'ru', x.reason_ru))
  from budget_fates x where x.project_id = p.id ${LAST})`;

/** One statement a project, however much of it is on record. */
export const TRAIL = `
  with p as (select * from proposals where id = $1),
    record (kind, on_day, post, facts) as (${TRAIL_RECORDS.join(' union all ')}),
    plan (kind, by_day) as (${TRAIL_PLANS.join(' union all ')})
  select t.level, extract(year from r.published_at at time zone 'Asia/Almaty')::int + 1 as "budgetYear",
    (select b.higher_signed_on::text from ${LINE} limit 1) as "higherSignedOn",
    (clock_timestamp() at time zone 'Asia/Almaty')::date::text as today,
    case when p.state in ('winner') and coalesce(w.state, 'planned') <> 'cancelled' then null
         when w.state = 'cancelled' then 'building'
         when p.state = 'not-selected' then 'voted'
         when p.state in ('refused', 'withdrawn', 'lapsed') then 'estimated' end as "endedAfter",
    coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'on', on_day, 'post', post,
      'facts', facts)) from record), '[]') as records,
    coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'by', by_day)) from plan
      where by_day is not null), '[]') as plans,
    ${RESIDENTS} as residents, ${FATE} as fate
  from p join rounds r on r.id = p.round_id join territories t on t.kato = r.territory_kato
    left join works w on w.project_id = p.id`;
