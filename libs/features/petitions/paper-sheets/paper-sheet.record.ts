import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A sheet of paper with a serial number, given out to gather signatures on. */
@Entity('paper_sheets')
@Unique('uq_paper_sheets_number', ['petitionId', 'number'])
@Check('ck_paper_sheets_lines', 'lines between 1 and 50')
export class PaperSheetRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') petitionId!: string;
  @Column('integer') number!: number;
  @Column('integer') lines!: number;
  @Column('uuid') issuedBy!: string;
  @Column('timestamptz') issuedAt!: Date;
  /** When enough people had read it alike. */
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
}
