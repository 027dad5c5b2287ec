import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a deputy told those who had signed; never changed. */
@Entity('petition_news')
@Index(['petitionId'])
export class PetitionNewsRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') petitionId!: string;
  @Column('text') titleKk!: string;
  @Column('text') titleRu!: string;
  @Column('text') bodyKk!: string;
  @Column('text') bodyRu!: string;
  @Column('timestamptz') at!: Date;
}
