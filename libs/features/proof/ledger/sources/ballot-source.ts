import { receiptDigest, recordDigest } from '#rules/ledger/leaf-digests.js';
import { type LeafSource, microseconds } from './leaf-source.js';

interface BallotRow {
  readonly round: string;
  readonly resident: string;
  readonly territory: string | null;
  readonly receipt: string;
  readonly commitment: string;
  readonly at: string;
}

/** Every ballot that was acknowledged, replaced ones among them. */
export const BALLOTS: LeafSource<BallotRow> = {
  table: 'ballots',
  kind: 'ballot',
  byTransaction: true,
  subject: 'round',
  rows: `
    select round_id as round, resident_id as resident, territory_kato as territory, receipt,
           encode(commitment, 'hex') as commitment, ${microseconds('cast_at')} as at, recorded_in,
           sha256(convert_to(receipt, 'UTF8')) as key
    from ballots
    union all
    select round_id, resident_id, territory_kato, receipt, encode(commitment, 'hex'),
           ${microseconds('cast_at')}, recorded_in, sha256(convert_to(receipt, 'UTF8'))
    from former_ballots where replaced`,
  leafOf: ({ round, commitment, ...act }) => ({
    kind: 'ballot',
    round,
    receipt: receiptDigest(act.receipt),
    commitment,
    record: recordDigest(act),
  }),
};
