import type { Pool } from 'pg';

/** How much of everything; a round, a budget and its works belong to one okrug and one year. */
export interface MoneyTownSize {
  readonly okrugs: number;
  readonly years: number;
  readonly projectsARound: number;
  readonly linesABudget: number;
}

/** The unit that holds all okrugs. */
export const DISTRICT = '991000000';

/**
 * An invented district: rounds with winners, adopted budgets that hold them, contracts, visits,
 * acceptances, duties, reports and meetings of many years, with what does not follow among them.
 */
export async function makeMoneyTown(pool: Pool, size: MoneyTownSize): Promise<void> {
  const client = await pool.connect();
  try {
    // Rows of past years are laid out at once: no act precedes another here.
    await client.query(`set session_replication_role = replica`);
    for (const statement of statementsFor(size)) await client.query(statement);
    await client.query(`analyze`);
  } finally {
    client.release(true);
  }
}

const OFFICE = `(select id from residents limit 1), 'Бастық', 'Начальник'`;

function statementsFor(size: MoneyTownSize): readonly string[] {
  return [
    ...people(size),
    ...projects(size),
    ...budgets(size),
    ...decisions(),
    ...works(),
    ...duties(),
    ...meetings(),
  ];
}

function people({ okrugs, years }: MoneyTownSize): readonly string[] {
  return [
    `insert into territories (kato, path, level, name_kk, name_ru, valid_from) values
       ('${DISTRICT}', '{${DISTRICT}}', 'district', 'Аудан', 'Район', '2000-01-01')`,
    `insert into territories (kato, path, parent_kato, level, name_kk, name_ru, valid_from)
     select k, array['${DISTRICT}', k], '${DISTRICT}', 'rural-okrug', 'Округ ' || n, 'Округ ' || n, '2000-01-01'
     from (select n, (${DISTRICT} + n * 1000)::text as k from generate_series(1, ${okrugs}) n) x`,
    `insert into residents (id, pseudonym, born_on, territory_kato, registered_from)
     values (gen_random_uuid(), 'x', '1980-01-01', '${DISTRICT}', '2000-01-01')`,
    // One row an okrug and a year: what rounds and budgets are made of.
    `create unlogged table bench_years as select t.kato, y as year, gen_random_uuid() as round_id,
       gen_random_uuid() as budget_id, gen_random_uuid() as decision_id,
       make_timestamptz(y, 5, 20, 12, 0, 0) as published_at
     from territories t, generate_series(extract(year from now())::int - ${years},
       extract(year from now())::int - 1) y where t.level = 'rural-okrug'`,
  ];
}

function projects({ projectsARound }: MoneyTownSize): readonly string[] {
  return [
    `insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
       ballot_max, rule, minimum_votes, minimum_age, intake_from, intake_until, review_until, voting_from,
       voting_until, decision_by, legal_basis, frozen_at, closed_at, published_at)
     select round_id, kato, year, 'Кезең', 'Раунд', false, 'approval', 1, 3, '{"name":"greedy"}', 10, 18, d - interval '120 days',
       d - interval '80 days', d - interval '40 days', d - interval '30 days', d - interval '10 days', d, '{}',
       d - interval '30 days', d - interval '9 days', d from (select *, published_at as d from bench_years) y`,
    `insert into proposals (id, round_id, author_id, state, number, ballot_number, language, title, title_kk, title_ru,
       problem, idea, cost_tiyn, checked_cost_tiyn, submitted_at)
     select gen_random_uuid(), y.round_id, (select id from residents limit 1), 'winner',
       y.year || '-' || substr(y.kato, 4, 3) || lpad(n::text, 3, '0'), n, 'kk', 'Жоба', 'Жоба ' || n, 'Проект ' || n,
       repeat('Мәселе. ', 30), repeat('Идея. ', 30), 40000000 + n, 38500000 + n, y.published_at - interval '100 days'
     from bench_years y, generate_series(1, ${projectsARound}) n`,
    ...['formal_checks', 'technical_estimates', 'council_decisions', 'proposal_admissions'].map(
      reviewed,
    ),
    `insert into tallies (id, round_id, computed_at, outcome, ballots)
     select gen_random_uuid(), y.round_id, y.published_at - interval '8 days', jsonb_build_object('pots',
       jsonb_build_array(jsonb_build_object('projects', (select jsonb_agg(jsonb_build_object('proposal', p.id, 'votes', 100))
         from proposals p where p.round_id = y.round_id)))), 900 from bench_years y`,
  ];
}

const REVIEWS: Readonly<Record<string, readonly [columns: string, values: string]>> = {
  formal_checks: ['findings, passed', `'[]', true`],
  technical_estimates: [
    'cost_tiyn, lines, findings, opinion_kk, opinion_ru',
    `38500000, '[]', '[]', '', ''`,
  ],
  council_decisions: [
    'protocol_number, members, required, admitted, findings',
    `'4', 10, 6, true, '[]'`,
  ],
  proposal_admissions: ['checked_cost_tiyn, ballot_number', '38500000, p.ballot_number'],
};

function reviewed(table: string): string {
  const [columns, values] = REVIEWS[table]!;
  return `insert into ${table} (id, proposal_id, proposal_version, officer_id, post_kk, post_ru, at, ${columns})
    select gen_random_uuid(), p.id, 1, ${OFFICE}, p.submitted_at + interval '30 days', ${values} from proposals p`;
}

function budgets({ projectsARound, linesABudget }: MoneyTownSize): readonly string[] {
  return [
    `insert into budgets (id, territory_kato, maslikhat_kato, year, tier, state, agreed_on, submitted_on, adopted_on, created_at)
     select budget_id, kato, '${DISTRICT}', year + 1, 'local', 'adopted', make_date(year, 9, 1), make_date(year, 11, 1),
       make_date(year, 12, 20), make_timestamptz(year, 8, 1, 0, 0, 0) from bench_years`,
    `insert into budget_lines (id, budget_id, number, title_kk, title_ru, functional_group, programme, administrator,
       amount_tiyn, funding, origin_kind, origin_id)
     select gen_random_uuid(), y.budget_id, p.ballot_number, p.title_kk, p.title_ru, '07', '015', '124', 38500000, 'own',
       'project', p.id::text from bench_years y join proposals p on p.round_id = y.round_id
     where p.ballot_number <= ${projectsARound} and not (p.ballot_number = 7 and y.year % 5 = 0)`,
    `insert into budget_lines (id, budget_id, number, title_kk, title_ru, functional_group, programme, administrator,
       amount_tiyn, funding, origin_kind)
     select gen_random_uuid(), budget_id, n, 'Жол ' || n, 'Строка ' || n, '01', '001', '124', 1000000, 'own', 'akimat'
     from bench_years, generate_series(${projectsARound + 1}, ${linesABudget}) n`,
  ];
}

function decisions(): readonly string[] {
  const version = (number: number, act: string, day: string) => `
    insert into budget_versions (budget_id, number, act, sums, lines, by_person, post_kk, post_ru, at)
    select y.budget_id, ${number}, '${act}', '{}', (select jsonb_agg(jsonb_build_object('number', l.number,
        'title', jsonb_build_object('kk', l.title_kk, 'ru', l.title_ru), 'functionalGroup', l.functional_group,
        'programme', l.programme, 'administrator', l.administrator, 'funding', l.funding, 'amountTiyn', l.amount_tiyn::text,
        'origin', jsonb_build_object('kind', l.origin_kind, 'id', l.origin_id)) order by l.number)
      from budget_lines l where l.budget_id = y.budget_id), ${OFFICE}, make_timestamptz(y.year, ${day}, 12, 0, 0)
    from bench_years y`;
  return [
    version(1, 'submitted', '11, 1'),
    version(2, 'adopted', '12, 20'),
    `insert into maslikhat_decisions (id, session_id, maslikhat_kato, budget_id, kind, number, decided_on, text_kk, text_ru,
       deputies, present, quorum, required, by_chair, by_person, post_kk, post_ru, at)
     select decision_id, gen_random_uuid(), '${DISTRICT}', budget_id, 'adoption', kato || '/' || year, make_date(year, 12, 20),
       '', '', 15, 15, 10, 8, false, ${OFFICE}, make_timestamptz(year, 12, 20, 12, 0, 0) from bench_years
     where not (kato like '%5000' and year % 5 = 1)`,
    `insert into decision_votes select decision_id, gen_random_uuid(), 'for' from bench_years, generate_series(1, 15)`,
    `insert into commissions (id, convocation_id, place, name_kk, name_ru) values
       ('0196f000-0000-7000-8000-000000000001', gen_random_uuid(), 1, 'Бюджет комиссиясы', 'Бюджетная комиссия')`,
    `insert into budget_opinions (id, budget_id, commission_id, line_number, members, present, votes_for, votes_against,
       votes_abstained, opinion, reasons_kk, reasons_ru, by_person, post_kk, post_ru, at)
     select gen_random_uuid(), budget_id, '0196f000-0000-7000-8000-000000000001', n, 7, 7, 6, 1, 0, 'for', '', '', ${OFFICE},
       make_timestamptz(year, 12, 1, 12, 0, 0) from bench_years, generate_series(1, 25) n`,
    `insert into budget_fates (id, budget_id, project_id, fate, reason_kk, reason_ru, by_person, post_kk, post_ru, at)
     select gen_random_uuid(), y.budget_id, p.id, 'reduced', 'х', 'х', ${OFFICE}, y.published_at + interval '400 days'
     from bench_years y join proposals p on p.round_id = y.round_id and p.ballot_number = 3`,
  ];
}

function works(): readonly string[] {
  const on = (days: number) => `(y.published_at + interval '${days} days')`;
  const from = `from proposals p join bench_years y on y.round_id = p.round_id`;
  return [
    `insert into works (project_id, state) select p.id, case when p.ballot_number % 5 = 0 then 'building' else 'accepted' end ${from}`,
    `insert into works_contracts (id, project_id, number, supplier_bin, supplier_name, sum_tiyn, signed_on, finish_by,
       procurement_url, by_person, post_kk, post_ru, at)
     select gen_random_uuid(), p.id, '12', '990340000004', 'ЖШС', 38000000, ${on(290)}::date, ${on(390)}::date, 'https://x.kz',
       ${OFFICE}, ${on(290)} ${from}`,
    `insert into works_milestones (id, project_id, reached_on, percent, paid_tiyn, finish_by, place, note, by_person, post_kk,
       post_ru, at)
     select gen_random_uuid(), p.id, (${on(290)} + n * interval '20 days')::date, n * 20,
       case when p.ballot_number = 11 and n = 5 then 38000001 else 7600000 * n end, ${on(390)}::date, '', '', ${OFFICE},
       ${on(290)} + n * interval '20 days' ${from}, generate_series(1, 5) n`,
    `insert into works_acceptances (id, project_id, act_number, accepted_on, warranty_until, by_person, post_kk, post_ru, at)
     select gen_random_uuid(), p.id, '3', ${on(400)}::date, ${on(1100)}::date, ${OFFICE}, ${on(400)} ${from}
     where p.ballot_number % 5 <> 0`,
  ];
}

function duties(): readonly string[] {
  return [
    `insert into obligations (kind, post, territory_kato, object_kind, object_id, part, event_on, due_on, met_on)
     select 'quarterly-report', 'officer', y.kato, 'round', y.round_id::text, q::date::text, (q + interval '3 months')::date - 1,
       (q + interval '3 months')::date + 9, (q + interval '3 months')::date + 8
     from bench_years y, generate_series(make_date(y.year, 7, 1), make_date(y.year + 1, 12, 1), interval '3 months') q`,
    `insert into quarterly_reports (round_id, quarter_from, quarter_until, due_on, published_on, text_kk, text_ru, figures,
       by_person, post_kk, post_ru, at)
     select o.object_id::uuid, o.part::date, o.event_on, o.due_on, o.due_on - 1 + (random() < 0.02)::int * 5, '', '', '[]',
       ${OFFICE}, o.due_on::timestamptz from obligations o where o.kind = 'quarterly-report' and random() < 0.99`,
    `insert into obligations (kind, post, territory_kato, object_kind, object_id, part, event_on, due_on, met_on)
     select kind, 'officer', y.kato, 'budget', y.budget_id::text, '', make_date(y.year, 8, 1), make_date(y.year, 11, 10),
       make_date(y.year, 11, 1) from bench_years y, unnest(array['budget-to-maslikhat']) kind`,
  ];
}

/** Twelve a year, each with signed minutes but a few. */
function meetings(): readonly string[] {
  return [
    `insert into meetings (id, territory_kato, kind, state, starts_at, held_on, place_kk, place_ru, convener, notice_on,
       closed_at, minutes_due_on, created_by)
     select gen_random_uuid(), y.kato, 'assembly', 'held', d, d::date, '', '', '{}', d::date - 12, d, d::date + 2, gen_random_uuid()
     from bench_years y, generate_series(1, 12) m, make_timestamptz(y.year, m, 14, 15, 0, 0) d`,
    `insert into minutes (id, number, meeting_id, territory_kato, state, due_on, document, digest, frozen_at)
     select gen_random_uuid(), e.id::text, e.id, e.territory_kato, 'signed', e.minutes_due_on,
       '{"items": [{"vote": {"for": 11, "against": 0, "abstained": 1}}]}', sha256('x'), e.closed_at
     from meetings e where random() < 0.995`,
    `insert into decision_links (minutes_id, item, place, kind, object_id)
     select m.id, 1, p.ballot_number, 'project', p.id::text from proposals p join bench_years y on y.round_id = p.round_id
       join lateral (select n.id from minutes n join meetings e on e.id = n.meeting_id
         where n.territory_kato = y.kato and e.held_on = make_date(y.year, 6, 14)) m on true`,
  ];
}
