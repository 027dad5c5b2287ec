import { Column, PrimaryColumn } from 'typeorm';

/** What every act of a person in office holds; written once and never changed. */
export abstract class ActInOffice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  /** The proposal's version that the act is about. */
  @Column('integer') proposalVersion!: number;
  @Column('uuid') officerId!: string;
  @Column('text') postKk!: string;
  @Column('text') postRu!: string;
  @Column('timestamptz') at!: Date;
}
