/** Proposals that nobody has decided on yet. */
const UNDECIDED = `('submitted', 'returned', 'under-review', 'estimated', 'provisionally-refused', 'appealed')`;

/** The last day before an instant at which something ends. */
const lastDay = (instant: string) =>
  `((${instant} - interval '1 ms') at time zone 'Asia/Almaty')::date`;

const day = (instant: string) => `(${instant} at time zone 'Asia/Almaty')::date`;

const ROUND_REVIEW = `
  select 'round-review', null, r.territory_kato, 'round', r.id::text, '',
    ${lastDay('r.intake_until')}, ${lastDay('r.review_until')},
    case when exists (select from proposals p where p.round_id = r.id and p.state in ${UNDECIDED})
      then null else greatest(${lastDay('r.intake_until')}, (
        select ${day('max(d.at)')} from (
          select a.at from proposal_admissions a join proposals p on p.id = a.proposal_id
          where p.round_id = r.id
          union all select f.at from proposal_refusals f join proposals p on p.id = f.proposal_id
          where p.round_id = r.id) d)) end
  from rounds r where r.intake_until <= clock_timestamp()`;

const ROUND_DECISION = `
  select 'round-decision', null, r.territory_kato, 'round', r.id::text, '',
    ${lastDay('r.voting_until')}, ${lastDay('r.decision_by')}, ${day('r.published_at')}
  from rounds r where r.voting_until <= clock_timestamp()`;

const PETITION_CHECK = `
  select 'petition-check', null, p.territory_kato, 'petition', p.id::text, '',
    ${day('p.submitted_at')}, p.check_by,
    ${day('least(p.opened_at, f.at, w.at)')}
  from petitions p left join petition_refusals f on f.petition_id = p.id
       left join petition_withdrawals w on w.petition_id = p.id
  where p.submitted_at is not null and p.check_by is not null`;

const PETITION_ANSWER = `
  select 'petition-answer', case p.body when 'maslikhat' then 'maslikhat-secretary' end,
    p.territory_kato, 'petition', p.id::text, '',
    ${day('p.reached_at')}, p.answer_by, ${day('a.at')}
  from petitions p left join petition_answers a on a.petition_id = p.id
  where p.reached_at is not null and p.answer_by is not null`;

const INQUIRY_ANSWER = `
  select 'inquiry-answer', case i.addressee_kind when 'akim' then 'akim' end, i.addressee_kato,
    'inquiry', i.id::text, '', i.filed_on, i.due_on, a.answered_on
  from inquiries i left join inquiry_answers a on a.inquiry_id = i.id`;

const MINUTES_HANDOVER = `
  select 'minutes-handover', null, m.territory_kato, 'minutes', m.id::text, '',
    e.held_on, m.due_on, coalesce(d.sent_on, ${day('m.sent_at')})
  from minutes m join meetings e on e.id = m.meeting_id
       left join (select minutes_id, min(sent_on) as sent_on from minutes_dispatches group by 1) d
         on d.minutes_id = m.id`;

const AKIM_ANSWER = `
  select 'akim-answer', null, m.territory_kato, 'minutes', m.id::text, d.item::text,
    d.handed_on, d.answer_by, a.acted_on
  from community_decisions d join minutes m on m.id = d.minutes_id
       left join (select minutes_id, item, min(acted_on) as acted_on from akim_answer_acts
                  where act in ('agree', 'object') group by 1, 2) a using (minutes_id, item)
  where d.handed_on is not null and d.answer_by is not null`;

/** Each step of a dismissal that has a last day; whatever act follows meets it. */
const DISMISSAL_STEPS = `
  select case a.state when 'signatures' then 'dismissal-sheets'
      when 'under-check' then 'dismissal-check' when 'before-session' then 'dismissal-session'
      else 'dismissal-decision' end,
    null, d.maslikhat_kato, 'dismissal', d.id::text, '', a.acted_on, a.step_by, n.acted_on
  from dismissal_acts a join dismissals d on d.id = a.dismissal_id
    left join dismissal_acts n on n.dismissal_id = a.dismissal_id and n.number = a.number + 1
  where a.step_by is not null`;

/**
 * Duties whose days stand in the records themselves, but for those that are known to be met: what
 * was met stays so.
 */
export const DUTIES_ON_RECORD = `
  select f.kind, f.post, f.territory, f.object_kind as "objectKind", f.object_id as "objectId",
         f.part, f.event_on::text as "eventOn", f.due_on::text as "dueOn", f.met_on::text as "metOn"
  from (${[
    ROUND_REVIEW,
    ROUND_DECISION,
    PETITION_CHECK,
    PETITION_ANSWER,
    INQUIRY_ANSWER,
    MINUTES_HANDOVER,
    AKIM_ANSWER,
    DISMISSAL_STEPS,
  ].join(' union all ')})
    as f (kind, post, territory, object_kind, object_id, part, event_on, due_on, met_on)
  where not exists (select from obligations o where o.kind = f.kind and o.object_id = f.object_id
                      and o.part = f.part and o.met_on is not null and o.due_on = f.due_on)`;

/** Rounds with winners: since when their works are reported on, and what was reported. */
export const REPORTING_ROUNDS = `
  select r.id, r.territory_kato as territory, ${day('r.published_at')}::text as "startedOn",
    case when bool_and(coalesce(w.state, 'planned') in ('accepted', 'cancelled')) then
      greatest(${day('r.published_at')}, max(a.accepted_on), (
        select ${day('max(d.at)')} from works_decisions d join proposals q on q.id = d.project_id
        where q.round_id = r.id and d.act = 'cancel'))::text end as "endedOn",
    coalesce((select jsonb_object_agg(q.quarter_from, q.published_on) from quarterly_reports q
      where q.round_id = r.id), '{}') as reported
  from rounds r join proposals p on p.round_id = r.id and p.state = 'winner'
    left join works w on w.project_id = p.id left join works_acceptances a on a.project_id = p.id
  where r.published_at is not null
  group by r.id`;

export const BUDGET_ACTS = `
  select b.id, b.territory_kato as territory, b.maslikhat_kato as maslikhat, b.year, b.tier,
    ${day('b.created_at')}::text as "begunOn", b.higher_signed_on::text as "higherSignedOn",
    b.submitted_on::text as "submittedOn", b.adopted_on::text as "adoptedOn",
    (select min(p.act_on)::text from budget_quarterly_plans p where p.budget_id = b.id) as "plannedOn"
  from budgets b where b.adopted_on is null
    or not exists (select from obligations o where o.kind = 'budget-approval'
                     and o.object_id = b.id::text and o.met_on = b.adopted_on)`;

/** Assemblies whose term has begun, with the periods that their commissions reported on. */
export const MONITORED_ASSEMBLIES = `
  select b.id, b.territory_kato as territory, b.begins_on::text as "from", b.ends_on::text as "until",
    coalesce((select jsonb_object_agg(r.period_from, r.signed_on) from monitoring_reports r
      where r.body_id = b.id), '{}') as reported
  from bodies b
  where b.kind = 'assembly' and b.begins_on <= (clock_timestamp() at time zone 'Asia/Almaty')::date`;
