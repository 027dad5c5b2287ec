import { arrayLiteral, quoted } from '#platform/persistence/array-literal.js';
import type { PreparedBallot } from './ballot-act.js';

export interface CastRow {
  readonly receipt: string;
  readonly cast_at: Date;
}

const ACTS = `with acts as materialized (
    select decode(token, 'hex') as token_digest, round_id, paper_version, pots::text[] as pots,
           projects::integer[] as projects, points::integer[] as points, receipt, key,
           decode(digest, 'hex') as digest, decode(commitment, 'hex') as commitment, decode(nonce, 'hex') as nonce
    from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::text[], $11::text[])
      as a(token, round_id, paper_version, pots, projects, points, receipt, key, digest, commitment, nonce)
  )`;

/**
 * Stores first ballots. The share lock on the round makes the closing wait for acts under way and
 * makes later acts see the closure; the window is read from the database's clock. Rows are sorted
 * by key, so that processes casting at the same time cannot deadlock.
 */
export const CAST_FIRST_BALLOTS = `
  ${ACTS}, open_rounds as materialized (
    select id, territory_kato, paper_version, minimum_age,
           (clock_timestamp() at time zone 'Asia/Almaty')::date as today
    from rounds
    where id = any($2::uuid[]) and closed_at is null
      and clock_timestamp() >= voting_from and clock_timestamp() < voting_until
    for key share
  )
  insert into ballots (round_id, resident_id, projects, points, receipt, idempotency_key, body_digest,
                       commitment, nonce, cast_at, territory_kato)
  select r.id, p.id, a.projects, a.points, a.receipt, a.key, a.digest, a.commitment, a.nonce,
         clock_timestamp(), p.territory_kato
  from acts a
  join open_rounds r on r.id = a.round_id and r.paper_version = a.paper_version
  join sessions s on s.token_digest = a.token_digest
    and s.revoked_at is null and s.expires_at > clock_timestamp()
  join residents p on p.id = s.person_id
  join territories t on t.kato = p.territory_kato
  where r.territory_kato = any(t.path) and a.pots <@ t.path and p.registered_from <= r.today
    and p.born_on + make_interval(years => r.minimum_age) <= r.today
    and p.born_on > r.today - interval '111 years'
  order by r.id, p.id
  on conflict do nothing
  returning receipt, cast_at`;

export interface RepeatRow {
  /** Receipt that the repeat was prepared with. */
  readonly asked: string;
  readonly receipt: string;
  readonly leaf: string;
  readonly cast_at: Date;
  readonly first: boolean;
}

/**
 * Answers acts that send again what is the resident's ballot already. A new key is noted, so that it
 * can never bring these choices back after a replacement; a key known from a former act is left to
 * the decision under locks.
 */
export const ANSWER_REPEATED_BALLOTS = `
  ${ACTS}, repeated as (
    select a.receipt as asked, a.key, b.*
    from acts a
    join sessions s on s.token_digest = a.token_digest
      and s.revoked_at is null and s.expires_at > clock_timestamp()
    join ballots b on b.round_id = a.round_id and b.resident_id = s.person_id
    where b.body_digest = a.digest
      and not exists (select from former_ballots f where f.round_id = b.round_id
                      and f.resident_id = b.resident_id and f.idempotency_key = a.key
                      and (f.replaced or f.body_digest <> a.digest))
  ), noted as (
    insert into former_ballots (round_id, resident_id, receipt, idempotency_key, body_digest, commitment,
                                cast_at, replaced, status)
    select distinct on (key) round_id, resident_id, receipt, key, body_digest, commitment, cast_at, false, 200
    from repeated r where key is distinct from idempotency_key and key is not null
      and not exists (select from former_ballots f where f.round_id = r.round_id
                      and f.resident_id = r.resident_id and f.idempotency_key = r.key)
  )
  select asked, receipt, encode(commitment, 'hex') as leaf, cast_at,
         replaces = 0 and key is not distinct from idempotency_key as first
  from repeated`;

/** The statements' parameters: one array literal a column, which the driver sends as it is. */
export function columnsOf(batch: readonly PreparedBallot[]): string[] {
  return [
    arrayLiteral(batch, ({ act }) => act.tokenDigest),
    arrayLiteral(batch, ({ act }) => act.roundId),
    arrayLiteral(batch, ({ paperVersion }) => String(paperVersion)),
    arrayLiteral(batch, ({ pots }) => quoted(`{${pots.join(',')}}`)),
    arrayLiteral(batch, ({ choices }) => quoted(`{${choices.join(',')}}`)),
    arrayLiteral(batch, ({ points }) =>
      points.length > 0 ? quoted(`{${points.join(',')}}`) : null,
    ),
    arrayLiteral(batch, ({ receipt }) => receipt),
    arrayLiteral(batch, ({ act }) =>
      act.idempotencyKey === null ? null : quoted(act.idempotencyKey),
    ),
    arrayLiteral(batch, ({ digest }) => digest),
    arrayLiteral(batch, ({ commitment }) => commitment),
    arrayLiteral(batch, ({ nonce }) => nonce),
  ];
}
