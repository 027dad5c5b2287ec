import type { Pool } from 'pg';

/** Addresses of the measured pages. */
export interface MeasuredPages {
  readonly list: string;
  readonly project: string;
  readonly result: string;
}

const VOTING = '0196f000-0000-7000-8000-000000000001';
const ENDED = '0196f000-0000-7000-8000-000000000002';
const BALLOTS = 2_000;

/** An invented town with a round open for voting and one whose voting has just ended. */
export async function makePagesTown(pool: Pool, projects: number): Promise<MeasuredPages> {
  await pool.query(`insert into territories (kato, path, level, name_kk, name_ru, valid_from)
    values ('990000000', '{990000000}', 'rural-okrug', 'Сынақ', 'Проба', '2020-01-01')`);
  await pool.query(`insert into residents
      (id, pseudonym, born_on, territory_kato, registered_from)
    values (gen_random_uuid(), 'x', '1980-01-01', '990000000', '2020-01-01')`);
  await makeRound(pool, VOTING, '1 day', projects);
  await makeRound(pool, ENDED, '-1 second', projects);
  await castBallots(pool, projects);
  const { rows } = await pool.query<{ number: string }>(
    `select number from proposals where round_id = $1 and ballot_number = 1`,
    [VOTING],
  );
  return {
    list: `/kk/rounds/${VOTING}/projects?seed=4821`,
    project: `/kk/projects/${rows[0]!.number}`,
    result: `/kk/rounds/${ENDED}/results`,
  };
}

async function makeRound(
  pool: Pool,
  id: string,
  votingUntil: string,
  projects: number,
): Promise<void> {
  await pool.query(
    `insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
       ballot_max, rule, minimum_votes, minimum_age, intake_from, intake_until, review_until, voting_from,
       voting_until, decision_by, legal_basis)
     values ($1, '990000000', 2026, 'Сынақ кезеңі', 'Пробный раунд', false, 'approval', 1, 3,
       '{"name":"greedy","satisfaction":"cost","completion":"none","ties":"id"}', 10, 18,
       now() - interval '9 days', now() - interval '8 days', now() - interval '7 days', now() - interval '1 hour',
       now() + $2::interval, now() + $2::interval + interval '2 days', '{}')`,
    [id, votingUntil],
  );
  await pool.query(`insert into round_pots values ($1, '990000000', 50000000000)`, [id]);
  await pool.query(
    `insert into proposals (id, round_id, author_id, state, number, ballot_number, pot_kato, category, language,
       title, problem, idea, address, cost_tiyn, checked_cost_tiyn, submitted_at)
     select gen_random_uuid(), $1::uuid, r.id, 'admitted', right($1::text, 4) || '-' || lpad(n::text, 4, '0'), n, '990000000',
       'greening', 'kk', 'Сынақ жобасы № ' || n, repeat('Мәселе сипаттамасы. ', 20), repeat('Идея сипаттамасы. ', 20),
       'Абай көшесі, ' || n, 100000000 + n * 1000000, 100000000 + n * 1000000, now() - interval '8 days'
     from generate_series(1, $2::int) n, (select id from residents limit 1) r`,
    [id, projects],
  );
}

async function castBallots(pool: Pool, projects: number): Promise<void> {
  await pool.query(
    `insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce, cast_at, territory_kato)
     select $1, gen_random_uuid(), array[1 + n % $2::int, 1 + (n * 7 + 3) % $2::int, 1 + (n * 13 + 5) % $2::int],
       'S-' || n, sha256('x'), sha256('y'), sha256('z'), now() - interval '10 minutes', '990000000'
     from generate_series(1, $3::int) n`,
    [ENDED, projects, BALLOTS],
  );
}
