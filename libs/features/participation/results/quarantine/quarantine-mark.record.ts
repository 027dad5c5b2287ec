import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QuarantineRecord } from './quarantine.record.js';

/** A ballot of a batch, by the digest of its receipt. */
@Entity('quarantine_marks')
@ForeignKey(() => QuarantineRecord, ['quarantineId'], ['id'])
@Index(['receiptDigest'])
@Check('ck_quarantine_marks_receipt_digest', 'length(receipt_digest) = 32')
export class QuarantineMarkRecord {
  @PrimaryColumn('uuid') quarantineId!: string;
  @PrimaryColumn('bytea') receiptDigest!: Buffer;
}
