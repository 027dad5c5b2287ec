import { COUNT_ADDED } from './count-added.sql.js';
import { arrayLiteral, quoted } from '#platform/persistence/array-literal.js';
import type { PreparedSignature } from './signature-act.js';

export interface AddedRow {
  readonly receipt: string;
  readonly number: number;
  readonly signed_at: Date;
}

/**
 * Locks the tallies of the petitions of a batch, in one sequence so that processes cannot deadlock.
 * Whoever holds them sees every signature committed before: the next statement's numbers have no
 * gaps, its counts no misses.
 */
export const LOCK_TALLIES = `
  select petition_id from petition_tallies
  where petition_id in (select unnest($1::uuid[])) order by petition_id for update`;

/**
 * Stores signatures that have nothing against them, counts them, by place too, and marks the one
 * crossing of the threshold with its event. Session, window, residence, age and the text are decided
 * here, by the database's clock; only under the locks of {@link LOCK_TALLIES}. Signatures that are there
 * are asked for by both columns of the act, so that the whole key is used and one part is read.
 */
export const ADD_SIGNATURES = `
  with acts as materialized (
    select distinct on (a.petition_id, s.person_id) a.petition_id, s.person_id as resident_id,
           a.receipt, a.key, a.hidden, a.text_digest
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[])
           with ordinality as a(petition_id, token, receipt, key, hidden, text_digest, place)
    join sessions s on s.token_digest = decode(a.token, 'hex')
      and s.revoked_at is null and s.expires_at > clock_timestamp()
    order by a.petition_id, s.person_id, a.place
  ), added as (
    insert into signatures (petition_id, resident_id, number, territory_kato, name_hidden, receipt,
                            idempotency_key, signed_at)
    select p.id, r.id,
           c.last_number + row_number() over (partition by p.id order by r.id)::integer,
           r.territory_kato, a.hidden, a.receipt, a.key, clock_timestamp()
    from acts a
    join petitions p on p.id = a.petition_id and p.kind = 'deputy-collection'
      and p.state in ('open', 'awaiting-answer') and clock_timestamp() < p.closes_at
      and (a.text_digest is null or p.text_digest = decode(a.text_digest, 'hex'))
    join petition_tallies c on c.petition_id = p.id
    join residents r on r.id = a.resident_id
    join territories t on t.kato = r.territory_kato
    where p.territory_kato = any(t.path)
      and r.registered_from <= (clock_timestamp() at time zone 'Asia/Almaty')::date
      and r.born_on + make_interval(years => p.minimum_age)
          <= (clock_timestamp() at time zone 'Asia/Almaty')::date
      and not exists (select from signatures o where o.petition_id = a.petition_id
                      and o.resident_id = a.resident_id)
      and not exists (select from former_signatures f where f.petition_id = a.petition_id
                      and f.resident_id = a.resident_id and f.idempotency_key = a.key)
    order by p.id, r.id
    returning petition_id, number, territory_kato, receipt, signed_at
  ), ${COUNT_ADDED}
  select receipt, number, signed_at from added`;

/** The parameters of {@link ADD_SIGNATURES}: one array literal a column, sent as they are. */
export function columnsOf(batch: readonly PreparedSignature[]): string[] {
  return [
    arrayLiteral(batch, ({ act }) => act.petitionId),
    arrayLiteral(batch, ({ act }) => act.tokenDigest),
    arrayLiteral(batch, ({ receipt }) => receipt),
    arrayLiteral(batch, ({ act }) =>
      act.idempotencyKey === null ? null : quoted(act.idempotencyKey),
    ),
    arrayLiteral(batch, ({ act }) => String(act.nameHidden)),
    arrayLiteral(batch, ({ act }) => act.textDigest),
  ];
}
