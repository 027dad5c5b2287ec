import type { Pool } from 'pg';

export const PETITION_ID = '0196f000-0000-7000-8000-000000000002';
export const PETITION_NUMBER = '2026-0001';

/** The row of a signature as pgbench inserts it. */
export const PGBENCH_SIGNATURE = `insert into pgbench_signatures values ('${PETITION_ID}', gen_random_uuid(),
  nextval('pgbench_numbers'), '990000000', false, false, gen_random_uuid()::text, null, clock_timestamp());
`;

/** A deputy's collection in the invented town that everybody may sign. */
export async function makePetition(pool: Pool): Promise<void> {
  await pool.query(
    `insert into petitions (id, number, kind, state, deputy_id, body, territory_kato, title_kk, title_ru, text_kk,
       text_ru, text_digest, minimum_age, required, threshold, rules_on, last_day, submitted_at, opened_at, closes_at)
     select $1, $2, 'deputy-collection', 'open', id, 'akim-office', '990000000', 'Су құбыры', 'Водопровод',
       'Тартуды сұраймыз', 'Просим провести', sha256('text'), 18, 50000, $3, '2026-11-02', '2027-05-02',
       now() - interval '2 days', now() - interval '1 day', now() + interval '180 days'
     from residents limit 1`,
    [PETITION_ID, PETITION_NUMBER, JSON.stringify(THRESHOLD)],
  );
  await pool.query(`insert into petition_tallies (petition_id) values ($1)`, [PETITION_ID]);
  await pool.query(`create table pgbench_signatures (like signatures including all)`);
  await pool.query(`create sequence pgbench_numbers as integer cache 100`);
}

const THRESHOLD = {
  required: 50_000,
  share: null,
  population: null,
  populationOn: null,
  populationSource: null,
  source: { act: 'administrative-procedure-code', point: '90-3(4)', redaction: '2024-04-04' },
};

/** Signatures that are simply there, for measuring growth, counted like any other. */
export async function storeSignatures(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `insert into signatures (petition_id, resident_id, number, territory_kato, name_hidden, receipt, signed_at)
     select $1, gen_random_uuid(), c.last_number + n, '990000000', false, 'S-' || gen_random_uuid(), now()
     from petition_tallies c, generate_series(1, $2::int) n where c.petition_id = $1`,
    [PETITION_ID, count],
  );
  await pool.query(
    `update petition_tallies set last_number = last_number + $2, valid = valid + $2 where petition_id = $1`,
    [PETITION_ID, count],
  );
  await pool.query(
    `insert into signature_counts as s values ($1, '990000000', $2)
     on conflict on constraint uq_signature_counts_place do update set valid = s.valid + excluded.valid`,
    [PETITION_ID, count],
  );
}

/** The count that people are shown and the rows behind it. */
export async function countsOf(pool: Pool): Promise<{ shown: number; rows: number }> {
  const { rows } = await pool.query<{ shown: number; rows: number }>(
    `select c.valid as shown, (select count(*)::int from signatures s where s.petition_id = $1) as rows
     from petition_tallies c where c.petition_id = $1`,
    [PETITION_ID],
  );
  return rows[0]!;
}
