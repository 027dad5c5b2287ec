import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A petition that a deputy has brought to the session; the session's agenda will find it here. */
@Entity('session_requests')
@Unique('uq_session_requests_once', ['petitionId'])
@Check('ck_session_requests_signatures', 'signatures > 0')
export class SessionRequestRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') petitionId!: string;
  @Column('uuid') mandateId!: string;
  /** Of the maslikhat. */
  @Column('text') territoryKato!: string;
  /** What the session is asked to decide. */
  @Column('text') proposalKk!: string;
  @Column('text') proposalRu!: string;
  /** Valid ones on that day. */
  @Column('integer') signatures!: number;
  @Column('timestamptz') at!: Date;
}
