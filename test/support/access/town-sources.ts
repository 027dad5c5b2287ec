/**
 * A beginning of addresses (`/api/v1` and `/:lang` left out) and the query for the row of the seeded
 * town that stands for it: a column for each parameter, `territory`, and where it is so `maslikhat`
 * (whose deputies and secretary act on it) and `owner` (the person to whom it belongs). The first
 * that fits counts; behind ` of ` stands which kind of object it is.
 */
export type Source = readonly [address: string, query: string];

const R = `r.territory_kato as territory from rounds r`;
const P = `p.id, p.number, p.author_id as owner, r.territory_kato as territory from proposals p join rounds r on r.id = p.round_id`;
const B = `b.id, b.territory_kato as territory, b.maslikhat_kato as maslikhat from budgets b`;
const MEETING = `m.id, m.territory_kato as territory from meetings m`;
const MINUTES = `m.id, m.territory_kato as territory from minutes m`;
const PETITION = `p.id, p.number, p.territory_kato as territory, p.deputy_id as owner, (select v.territory_kato from mandates d join convocations v on v.id = d.convocation_id where d.resident_id = p.deputy_id limit 1) as maslikhat from petitions p`;
const DEPUTY = `d.id, d.resident_id as owner, v.territory_kato as territory from mandates d join convocations v on v.id = d.convocation_id where v.territory_kato = '992000000' and d.held_until > now() and not exists (select from petitions p where p.deputy_id = d.resident_id) and not exists (select from inquiries i where i.mandate_id = d.id)`;
const SEAT = `'992000000' as kato, c.id as constituency, 1 as seat, v.territory_kato as territory from constituencies c join convocations v on v.id = c.convocation_id where v.territory_kato = '992000000' and c.kind = 'party-list'`;
const SESSION = `s.id, s.maslikhat_kato as territory from maslikhat_sessions s`;
const INQUIRY = `i.id, i.number, i.addressee_kato as territory, d.resident_id as owner, v.territory_kato as maslikhat from inquiries i join mandates d on d.id = i.mandate_id join convocations v on v.id = d.convocation_id`;
const DISMISSAL = `d.id, (select s.id from maslikhat_sessions s where s.maslikhat_kato = d.maslikhat_kato limit 1) as session, d.territory_kato as territory, d.maslikhat_kato as maslikhat from dismissals d`;
const WORKS = `select ${P} join works w on w.project_id = p.id where p.state = 'winner' order by p.number`;

export const TOWN_SOURCES: readonly Source[] = [
  ['/my/sessions/:id', `select gen_random_uuid() as id, '992030000' as territory`],
  ['/my/contacts/:way', `select 'mail' as way, '992030000' as territory`],
  ['/switches/:name', `select 'stage' as name, '990000000' as territory`],
  [
    '/deputy-desk/co-deputies',
    `select p.number as petition, ${PETITION} where p.state = 'open' and p.kind = 'deputy-collection'`,
  ],
  ['/propose', `select r.id as round, ${R} where r.intake_from < now() and r.intake_until > now()`],
  [
    '/appeals/:id',
    `select a.id, r.territory_kato as territory, a.filed_by as owner from proposal_appeals a join proposals p on p.id = a.proposal_id join rounds r on r.id = p.round_id`,
  ],
  ['/agenda-requests/:id', `select q.id, q.territory_kato as territory from agenda_requests q`],
  [
    '/budgets/:id/lines/:number/trail',
    `select l.number, ${B} join budget_lines l on l.budget_id = b.id where b.state = 'adopted'`,
  ],
  [
    '/budgets/:id/lines/:number',
    `select l.number, ${B} join budget_lines l on l.budget_id = b.id where b.state = 'draft'`,
  ],
  [
    '/budgets/:id/amendments/:amendment',
    `select a.id as amendment, ${B} join budget_amendments a on a.budget_id = b.id`,
  ],
  [
    '/budgets/:id/hearings/:hearing',
    `select h.id as hearing, ${B} join budget_hearings h on h.budget_id = b.id`,
  ],
  ['/budgets/:id/amendments', `select ${B} where b.state = 'submitted'`],
  [
    '/budgets/:id/hearings',
    `select (select c.id from commissions c join convocations v on v.id = c.convocation_id where v.territory_kato = b.maslikhat_kato limit 1) as commission, ${B} where b.state = 'submitted'`,
  ],
  [
    '/budgets/:id/opinions',
    `select (select c.id from commissions c join convocations v on v.id = c.convocation_id where v.territory_kato = b.maslikhat_kato limit 1) as commission, ${B} where b.state = 'submitted'`,
  ],
  [
    '/budgets/:id/adoption',
    `select (select s.id from maslikhat_sessions s where s.maslikhat_kato = b.maslikhat_kato limit 1) as session, ${B} where b.state = 'submitted'`,
  ],
  [
    '/budgets/:id/refinements',
    `select (select s.id from maslikhat_sessions s where s.maslikhat_kato = b.maslikhat_kato limit 1) as session, ${B} where b.state = 'adopted'`,
  ],
  ['/budgets/:id/quarterly-plans', `select ${B} where b.state = 'adopted'`],
  ['/budgets/:id/execution', `select ${B} where b.state = 'adopted'`],
  [
    '/budgets/:kato/:year',
    `select b.territory_kato as kato, b.year, ${B} where b.state = 'adopted'`,
  ],
  ['/budgets/:id', `select ${B} where b.state = 'draft'`],
  [
    '/budget-desk/:id/amendments/:amendment',
    `select a.id as amendment, ${B} join budget_amendments a on a.budget_id = b.id`,
  ],
  [
    '/budget-desk/:id/import/:import',
    `select i.id as import, ${B} join budget_imports i on i.budget_id = b.id where b.state = 'draft'`,
  ],
  ['/budget-desk/:id/execution', `select ${B} where b.state = 'adopted'`],
  ['/budget-desk/:id/plan', `select ${B} where b.state = 'adopted'`],
  [
    '/budget-desk/:id',
    `select l.number, ${B} join budget_lines l on l.budget_id = b.id where b.state = 'draft'`,
  ],
  [
    '/commission-desk/:id/hearings/:hearing',
    `select h.id as hearing, ${B} join budget_hearings h on h.budget_id = b.id`,
  ],
  [
    '/commission-desk/:id',
    `select l.number, ${B} join budget_lines l on l.budget_id = b.id where b.state = 'submitted'`,
  ],
  [
    '/session-desk/sessions/:id/budgets/:budget/refinement',
    `select ${SESSION.replace('s.id,', 's.id, b.id as budget,')} join budgets b on b.maslikhat_kato = s.maslikhat_kato where b.state = 'adopted' order by s.created_at desc`,
  ],
  [
    '/session-desk/sessions/:id/budgets/:budget',
    `select ${SESSION.replace('s.id,', 's.id, b.id as budget,')} join budgets b on b.maslikhat_kato = s.maslikhat_kato where b.state = 'submitted' order by s.created_at desc`,
  ],
  [
    '/session-desk/decisions/:id',
    `select d.id, d.maslikhat_kato as territory from maslikhat_decisions d`,
  ],
  ['/session-desk/sessions/:id', `select 1 as number, ${SESSION} order by s.created_at desc`],
  [
    '/maslikhat-decisions/:id',
    `select d.id, d.maslikhat_kato as territory from maslikhat_decisions d`,
  ],
  ['/maslikhat-sessions/:id', `select 1 as number, ${SESSION} order by s.created_at desc`],
  ['/sessions/:id', `select ${SESSION} order by s.created_at desc`],
  ['/decisions/:id', `select d.id, d.maslikhat_kato as territory from maslikhat_decisions d`],
  ['/maslikhats/:kato', `select '992000000' as kato, '992000000' as territory`],
  [
    '/convocations/:id',
    `select v.id, v.territory_kato as territory from convocations v where v.territory_kato = '992000000'`,
  ],
  ['/deputies/:id', `select ${DEPUTY}`],
  ['/deputy-register/deputies/:id/:act', `select 'end' as act, ${DEPUTY}`],
  ['/deputy-register/deputies/:id', `select ${DEPUTY}`],
  ['/deputy-register/:kato/mandate', `select ${SEAT}`],
  ['/deputy-register/:kato', `select '992000000' as kato, '992000000' as territory`],
  [
    '/delegations/:id',
    `select d.id, d.territory_kato as territory, d.from_person as owner from delegations d`,
  ],
  [
    '/duties/delegations/:id',
    `select d.id, d.territory_kato as territory, d.from_person as owner from delegations d`,
  ],
  [
    '/dismissals/:id/superior-decision',
    `select d.id, d.territory_kato as territory from dismissals d`,
  ],
  ['/dismissals/:id', `select ${DISMISSAL}`],
  ['/dismissal-desk/:id', `select 'vote' as form, ${DISMISSAL}`],
  [
    '/extensions/:id',
    `select e.id, r.territory_kato as territory from round_extensions e join rounds r on r.id = e.round_id`,
  ],
  ['/inquiries/:id', `select ${INQUIRY} order by i.number`],
  ['/petitions/:petition', `select p.id as petition, ${PETITION} where p.state = 'open'`],
  ['/petitions/:id/answer', `select ${PETITION} where p.state = 'awaiting-answer'`],
  ['/petitions/:id/discussion', `select ${PETITION} where p.state = 'awaiting-answer'`],
  ['/petitions/:id', `select ${PETITION} where p.state = 'open'`],
  ['/petitions/:number/answer', `select ${PETITION} where p.state = 'answered'`],
  ['/petitions/:number', `select ${PETITION} where p.state = 'open'`],
  ['/petition-desk/:id', `select ${PETITION} where p.state = 'awaiting-answer'`],
  [
    '/deputy-desk/collections/:id',
    `select 'title' as question, ${PETITION} where p.state = 'open' and p.kind = 'deputy-collection'`,
  ],
  [
    '/signatures/:receipt',
    `select s.receipt, s.territory_kato as territory from signatures s where receipt is not null`,
  ],
  [
    '/sheets/:id',
    `select s.id, p.territory_kato as territory from paper_sheets s join petitions p on p.id = s.petition_id`,
  ],
  [
    '/paper-desk/:id',
    `select s.id, p.territory_kato as territory from paper_sheets s join petitions p on p.id = s.petition_id`,
  ],
  ['/pressure-reports/:id', `select p.id, p.territory_kato as territory from pressure_reports p`],
  ['/pressure-desk/:id', `select p.id, p.territory_kato as territory from pressure_reports p`],
  [
    '/projects/:number/works/seen',
    `select s.id as change, ${P} join scope_changes s on s.project_id = p.id`,
  ],
  ['/projects/:number', WORKS],
  ['/projects/:id', WORKS],
  [
    '/scope-changes/:id',
    `select s.id, p.author_id as owner, r.territory_kato as territory from scope_changes s join proposals p on p.id = s.project_id join rounds r on r.id = p.round_id`,
  ],
  [
    '/proposals/:id/files/:file',
    `select f.id as file, ${P} join proposal_files f on f.proposal_id = p.id`,
  ],
  ['/proposals/:id/estimate', `select ${P} where p.state = 'under-review'`],
  ['/proposals/:id/check', `select ${P} where p.state = 'submitted'`],
  ['/proposals/:id/return', `select ${P} where p.state = 'submitted'`],
  ['/proposals/:id/appeal', `select ${P} where p.state = 'provisionally-refused'`],
  ['/proposals/:id/submission', `select ${P} where p.state = 'returned'`],
  ['/proposals/:id', `select ${P} where p.state = 'estimated'`],
  [
    '/propose/:id',
    `select 'photos' as question, gen_random_uuid() as file, ${P} where p.state = 'returned'`,
  ],
  ['/my/proposals/:number', `select ${P} where p.state = 'submitted'`],
  ['/my/proposals/:id', `select ${P} where p.state = 'provisionally-refused'`],
  [
    '/my/ballots/:round',
    `select v.round_id as round, v.resident_id as owner, ${R} join ballots v on v.round_id = r.id`,
  ],
  ['/review/:id', `select ${P} where p.state = 'estimated'`],
  ['/council/:round/proposals/:id', `select p.round_id as round, ${P} where p.state = 'estimated'`],
  [
    '/council/:round',
    `select r.id as round, ${R} join proposals p on p.round_id = r.id where p.state = 'estimated'`,
  ],
  [
    '/rounds/:round/ballot',
    `select r.id as round, ${R} join ballots v on v.round_id = r.id where r.closed_at is null`,
  ],
  ['/rounds/:id/vote', `select r.id, ${R} where r.voting_from < now() and r.voting_until > now()`],
  ['/rounds/:id/freeze', `select r.id, ${R} where r.intake_from > now() order by r.intake_from`],
  [
    '/rounds/:id/proposals',
    `select r.id, ${R} where r.intake_from < now() and r.intake_until > now()`,
  ],
  ['/rounds/:id/demo', `select r.id, ${R} where r.voting_from < now() and r.voting_until > now()`],
  [
    '/rounds/:id/opening-keys',
    `select r.id, ${R} where r.voting_from < now() and r.voting_until > now()`,
  ],
  [
    '/rounds/:id/extensions',
    `select r.id, ${R} where r.voting_from < now() and r.voting_until > now()`,
  ],
  [
    '/rounds/:id/lottery/draws/:draw',
    `select d.id as draw, r.id, ${R} join lottery_draws d on d.round_id = r.id`,
  ],
  [
    '/rounds/:id/quarantines/:quarantine',
    `select q.id as quarantine, r.id, ${R} join quarantines q on q.round_id = r.id`,
  ],
  [
    '/rounds/:id/quarantines/motions/:motion',
    `select m.id as motion, r.id, ${R} join quarantines q on q.round_id = r.id join quarantine_motions m on m.quarantine_id = q.id`,
  ],
  [
    '/rounds/:id/quarantine/motions/:motion',
    `select m.id as motion, r.id, ${R} join quarantines q on q.round_id = r.id join quarantine_motions m on m.quarantine_id = q.id`,
  ],
  [
    '/rounds/:id/quarantine/releases/:quarantine',
    `select q.id as quarantine, r.id, ${R} join quarantines q on q.round_id = r.id`,
  ],
  [
    '/rounds/:id/reports/new',
    `select r.id, date_trunc('quarter', r.published_at)::date::text as quarter, ${R} join proposals p on p.round_id = r.id where p.state = 'winner' and r.published_at < date_trunc('quarter', now())`,
  ],
  ['/rounds/:id', `select 1 as number, r.id, ${R} where r.published_at is not null`],
  [
    '/round-setup/:id/extensions/:extension',
    `select e.id as extension, r.id, ${R} join round_extensions e on e.round_id = r.id`,
  ],
  [
    '/round-setup/:id/extensions',
    `select r.id, ${R} where r.voting_from < now() and r.voting_until > now()`,
  ],
  ['/round-setup/:id', `select r.id, ${R} where r.intake_from > now() order by r.intake_from`],
  ['/receipts/:code', `select b.receipt as code, b.territory_kato as territory from ballots b`],
  ['/r/:code', `select b.receipt as code, b.territory_kato as territory from ballots b`],
  [
    '/territories/:kato/bodies/:kind',
    `select '992030000' as kato, 'assembly' as kind, '992030000' as territory`,
  ],
  [
    '/territories/:kato',
    `select '992030000' as kato, '992030000' as territory, '992000000' as maslikhat`,
  ],
  ['/places/:kato', `select '992030000' as kato, '992030000' as territory`],
  ['/assemblies/:kato', `select '992030000' as kato, '992030000' as territory`],
  ['/assembly-desk/bodies/:kato', `select '992030000' as kato, '992030000' as territory`],
  ['/assembly-desk/monitoring/:kato', `select '992030000' as kato, '992030000' as territory`],
  ['/assembly-desk/wordings/:kato', `select '992030000' as kato, '992030000' as territory`],
  [
    '/assembly-desk/minutes/:id/remarks/:remark',
    `select k.id as remark, ${MINUTES} join minutes_remarks k on k.minutes_id = m.id`,
  ],
  ['/assembly-desk/minutes/:id', `select ${MINUTES} where m.state = 'draft'`],
  [
    '/assembly-desk/meetings/:id/questions/:question',
    `select q.id as question, ${MEETING} join agenda_items a on a.meeting_id = m.id join item_questions q on q.item_id = a.id`,
  ],
  ['/assembly-desk/meetings/:id', `select 1 as number, ${MEETING} where m.state = 'convened'`],
  [
    '/meetings/:id/questions/:question',
    `select q.id as question, ${MEETING} join agenda_items a on a.meeting_id = m.id join item_questions q on q.item_id = a.id`,
  ],
  [
    '/meetings/:id/items/:number',
    `select a.number, ${MEETING} join agenda_items a on a.meeting_id = m.id where m.state = 'convened'`,
  ],
  ['/meetings/:id', `select ${MEETING} where m.state = 'convened'`],
  [
    '/minutes/:id/remarks/:remark',
    `select k.id as remark, ${MINUTES} join minutes_remarks k on k.minutes_id = m.id`,
  ],
  [
    '/minutes/:id/remarks',
    `select b.resident_id as owner, ${MINUTES} join body_members b on b.resident_id is not null where m.state = 'draft'`,
  ],
  [
    '/minutes/:id/signature',
    `select h.resident_id as owner, ${MINUTES} join role_holdings h on h.role = 'secretary' and h.territory_kato = m.territory_kato where m.state = 'draft'`,
  ],
  [
    '/minutes/:id/decisions/:item',
    `select c.item, ${MINUTES} join community_decisions c on c.minutes_id = m.id`,
  ],
  [
    '/minutes/:id/akim-answer',
    `select c.item, ${MINUTES} join community_decisions c on c.minutes_id = m.id`,
  ],
  ['/minutes/:id', `select ${MINUTES} where m.state = 'published'`],
  [
    '/decision-desk/:id',
    `select c.item, '992000000' as maslikhat, ${MINUTES} join community_decisions c on c.minutes_id = m.id`,
  ],
  ['/discrepancies/:id', `select 'overdue-obligation:1' as id, '992030000' as territory`],
  [
    '/handover-desk/:holding',
    `select h.id as holding, h.territory_kato as territory from role_holdings h where h.role = 'officer' and h.territory_kato = '992000000'`,
  ],
  [
    '/handovers/:id',
    `select h.id, h.territory_kato as territory, h.from_person as owner from desk_handovers h`,
  ],
  ['/enclosures/:name', `select e.stored_name as name, '992030000' as territory from enclosures e`],
  ['/files/:name', `select e.stored_name as name, '992030000' as territory from proposal_files e`],
  ['/assembly-files/:name', `select 'none.pdf' as name, '992030000' as territory`],
  ['/proposals/:id of a draft proposal', `select ${P} where p.state = 'draft'`],
  ['/petitions/:id of an unchecked petition', `select ${PETITION} where p.state = 'under-check'`],
  [
    '/petitions/:number of an unchecked petition',
    `select ${PETITION} where p.state = 'under-check'`,
  ],
  [
    '/minutes/:id of draft minutes',
    `select b.resident_id as owner, ${MINUTES} join body_members b on b.resident_id is not null where m.state = 'draft'`,
  ],
  ['/meetings/:id of a planned meeting', `select ${MEETING} where m.state = 'planned'`],
];
