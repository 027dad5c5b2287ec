import type { Pool } from 'pg';

export const ROUND_ID = '0196f000-0000-7000-8000-000000000001';

/** Ids of the three projects on every measured ballot. */
export const PROJECT_IDS = [1, 2, 3].map((n) => `0196f000-0000-7000-8000-00000000010${n}`);

/** Session token of the n-th invented resident. */
export function tokenOf(n: number): string {
  return `bench-${String(n).padStart(8, '0')}`;
}

/** An invented town with a round whose voting is open. */
export async function makeTown(pool: Pool): Promise<void> {
  await pool.query(`insert into territories (kato, path, level, name_kk, name_ru, valid_from)
    values ('990000000', '{990000000}', 'rural-okrug', 'Сынақ', 'Проба', '2020-01-01')`);
  await pool.query(
    `insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
       ballot_max, rule, minimum_votes, minimum_age, intake_from, intake_until, review_until, voting_from,
       voting_until, decision_by, legal_basis)
     values ($1, '990000000', 2026, 'Сынақ', 'Проба', false, 'approval', 1, 3, '{"name":"greedy","satisfaction":"cost","completion":"none","ties":"id"}', 0, 18,
       now() - interval '9 days', now() - interval '8 days', now() - interval '7 days', now() - interval '1 hour',
       now() + interval '1 day', now() + interval '2 days', '{"on":"2026-01-01","outOfScope":null,"points":[],"warnings":[]}')`,
    [ROUND_ID],
  );
  await pool.query(`insert into round_pots values ($1, '990000000', 100000000000)`, [ROUND_ID]);
  await makeResidents(pool, 0, 1);
  for (const [place, id] of PROJECT_IDS.entries())
    await pool.query(
      `insert into proposals (id, round_id, author_id, state, number, ballot_number, pot_kato, category, language,
         title, cost_tiyn)
       select $1, $2, id, 'admitted', 'B-' || $3::int, $3::int, '990000000', 'greening', 'kk', 'Жоба', 1000
       from residents limit 1`,
      [id, ROUND_ID, place + 1],
    );
}

/** Residents `from` … `from + count − 1` with living sessions. */
export async function makeResidents(pool: Pool, from: number, count: number): Promise<void> {
  await pool.query(
    `with made as (
       insert into residents (id, pseudonym, born_on, territory_kato, registered_from)
       select gen_random_uuid(), sha256(convert_to('p' || n, 'utf8')), '1980-01-01', '990000000', '2020-01-01'
       from generate_series($1::int, $1::int + $2::int - 1) n returning id
     ), numbered as (select id, row_number() over () - 1 + $1::int as n from made)
     insert into sessions (token_digest, person_id, provider, expires_at)
     select sha256(convert_to('bench-' || lpad(n::text, 8, '0'), 'utf8')), id, 'bench', now() + interval '1 day' from numbered`,
    [from, count],
  );
}

/** Ballots that are simply there, for measuring growth. */
export async function storeBallots(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `insert into ballots (round_id, resident_id, projects, receipt, body_digest, commitment, nonce, cast_at, territory_kato)
     select $1, gen_random_uuid(), '{1,2,3}', 'S-' || gen_random_uuid(), sha256('x'), sha256('y'), sha256('z'), now(), '990000000'
     from generate_series(1, $2::int)`,
    [ROUND_ID, count],
  );
}
