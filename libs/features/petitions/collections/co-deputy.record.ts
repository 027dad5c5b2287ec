import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Another deputy who stands behind a collection, by an act of one's own. */
@Entity('co_deputies')
export class CoDeputyRecord {
  @PrimaryColumn('uuid') petitionId!: string;
  @PrimaryColumn('uuid') mandateId!: string;
  @Column('timestamptz') joinedAt!: Date;
}
