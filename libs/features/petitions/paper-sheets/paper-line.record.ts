import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { LineOutcome } from './line-outcome-row.js';

/** A line of a settled sheet. */
@Entity('paper_lines')
@Check(
  'ck_paper_lines_number',
  `(outcome in ('counted', 'duplicate')) = (signature_number is not null)`,
)
export class PaperLineRecord {
  @PrimaryColumn('uuid') sheetId!: string;
  @PrimaryColumn('integer') line!: number;
  @Column('text') outcome!: LineOutcome;
  /** Its own, or that of the earlier signature of the same person. */
  @Column('integer', { nullable: true }) signatureNumber!: number | null;
}
