import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ReadLine } from '#rules/petitions/paper-sheet.js';

/** What one clerk read on a sheet; signers by pseudonym, never by IIN. */
@Entity('paper_entries')
@Unique('uq_paper_entries_one_a_clerk', ['sheetId', 'clerkId'])
@Check('ck_paper_entries_pass', 'pass between 1 and 3')
export class PaperEntryRecord {
  @PrimaryColumn('uuid') sheetId!: string;
  @PrimaryColumn('integer') pass!: number;
  @Column('uuid') clerkId!: string;
  @Column('jsonb') lines!: ReadLine[];
  @Column('timestamptz') at!: Date;
}
