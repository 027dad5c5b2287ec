import { receiptDigest, recordDigest } from '#rules/ledger/leaf-digests.js';
import { type LeafSource, microseconds } from './leaf-source.js';

interface SignatureRow {
  readonly petition: string;
  readonly number: number;
  readonly resident: string;
  readonly territory: string | null;
  readonly receipt: string;
  readonly at: string;
}

/** Every signature, withdrawn ones among them. */
export const SIGNATURES: LeafSource<SignatureRow> = {
  table: 'signatures',
  kind: 'signature',
  byTransaction: true,
  subject: 'petition',
  rows: `
    select petition_id as petition, number, resident_id as resident, territory_kato as territory,
           receipt, ${microseconds('signed_at')} as at, recorded_in,
           sha256(convert_to(receipt, 'UTF8')) as key
    from signatures
    union all
    select petition_id, number, resident_id, territory_kato, receipt, ${microseconds('signed_at')},
           signed_in, sha256(convert_to(receipt, 'UTF8'))
    from former_signatures`,
  leafOf: ({ petition, number, ...act }) => ({
    kind: 'signature',
    petition,
    number,
    receipt: receiptDigest(act.receipt),
    record: recordDigest(act),
  }),
};

type WithdrawnRow = Pick<SignatureRow, 'petition' | 'number' | 'receipt'>;

/** Signatures that were taken back. */
export const WITHDRAWALS: LeafSource<WithdrawnRow> = {
  table: 'former_signatures',
  kind: 'withdrawal',
  byTransaction: true,
  subject: 'petition',
  rows: `
    select petition_id as petition, number, receipt, recorded_in,
           sha256(convert_to('withdrawal:' || encode(sha256(convert_to(receipt, 'UTF8')), 'hex'),
                             'UTF8')) as key
    from former_signatures`,
  leafOf: ({ petition, number, receipt }) => ({
    kind: 'withdrawal',
    petition,
    number,
    receipt: receiptDigest(receipt),
  }),
};
