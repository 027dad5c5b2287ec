import type { Pool } from 'pg';

/** A table of each kind: whole, cut by hash of the round, cut by the period that the round was made in. */
export const FORMS = ['flat', 'byRound', 'byPeriod'] as const;

export type Form = (typeof FORMS)[number];

const HASHED = 16;

/** Years before the one that is under way; each has as many rounds. */
const OLD_PERIODS = 8;
const ROUNDS_A_PERIOD = 8;

/** Round that people vote in now: the only one that gets ballots. */
export const ACTIVE_ROUND = '00000009-0000-7000-8000-000000000001';

/** A code as receipts are, at random among all of them, old and new alike. */
export const A_RECEIPT = `upper(substr(md5(random()::text), 1, 13))`;

/** Old rounds fill the table and are over; the indexes come last, as after a restore. */
export async function fill(pool: Pool, form: Form, rows: number): Promise<void> {
  await pool.query(`drop table if exists ${form}`);
  await pool.query(`create table ${form} (like ballots including defaults) ${cutOf(form)}`);
  for (const part of partsOf(form)) await pool.query(part);
  await pool.query(
    `insert into ${form} (round_id, resident_id, projects, receipt, body_digest, commitment, nonce,
                          cast_at, territory_kato)
     select (to_char(1 + n % ${OLD_PERIODS}, 'FM00000000') || '-0000-7000-8000-'
              || to_char(n / ${OLD_PERIODS} % ${ROUNDS_A_PERIOD}, 'FM000000000000'))::uuid,
       gen_random_uuid(), '{1,2,3}', ${A_RECEIPT}, sha256('x'), sha256('y'), sha256('z'), now(), '990000000'
     from generate_series(1, ${rows}) n`,
  );
  await pool.query(`alter table ${form} add primary key (round_id, resident_id)`);
  const unique = form === 'flat' ? '(receipt)' : '(receipt, round_id)';
  await pool.query(`alter table ${form} add unique ${unique}`);
  await pool.query(`create index on ${form} (recorded_in)`);
  await pool.query(`vacuum analyze ${form}`);
  await pool.query('checkpoint');
}

function cutOf(form: Form): string {
  const cuts = {
    flat: '',
    byRound: 'partition by hash (round_id)',
    byPeriod: 'partition by range (round_id)',
  };
  return cuts[form];
}

function partsOf(form: Form): string[] {
  if (form === 'flat') return [];
  const count = form === 'byRound' ? HASHED : OLD_PERIODS + 1;
  return Array.from({ length: count }, (_, part) => {
    const values =
      form === 'byRound'
        ? `with (modulus ${HASHED}, remainder ${part})`
        : `from ('${firstOf(part + 1)}') to ('${firstOf(part + 2)}')`;
    return `create table ${form}_${part} partition of ${form} for values ${values}`;
  });
}

function firstOf(period: number): string {
  return `${String(period).padStart(8, '0')}-0000-0000-0000-000000000000`;
}
