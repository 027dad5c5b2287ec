import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VotingBody } from '#rules/assemblies/body-kind.js';
import type { MeetingState } from '#rules/assemblies/meeting-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { StoredConvener } from './meeting-row.js';

/** A meeting of residents or of their delegates. */
@Entity('meetings')
export class MeetingRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') territoryKato!: string;
  @Column('text') kind!: VotingBody;
  /** Of an assembly: the body in the term of that day. */
  @Column('uuid', { nullable: true }) bodyId!: string | null;
  @Column('text', { nullable: true }) partKk!: string | null;
  @Column('text', { nullable: true }) partRu!: string | null;
  /** Changed only through the life cycle. */
  @Column('text') state!: MeetingState;
  @Column('timestamptz') startsAt!: Date;
  @Column('date') heldOn!: CivilDate;
  @Column('text') placeKk!: string;
  @Column('text') placeRu!: string;
  @Column('jsonb') convener!: StoredConvener;
  /** Of a gathering, from the register; an assembly counts its delegates when it opens. */
  @Column('integer', { nullable: true }) members!: number | null;
  @Column('text', { nullable: true }) membersSource!: string | null;
  @Column('date', { nullable: true }) noticeOn!: CivilDate | null;
  @Column('timestamptz', { nullable: true }) noticeAt!: Date | null;
  @Column('text', { default: '' }) noticeKk!: string;
  @Column('text', { default: '' }) noticeRu!: string;
  @Column('text', { array: true, default: '{}' }) channels!: string[];
  @Column('text', { nullable: true }) broadcastUrl!: string | null;
  @Column('text', { nullable: true }) recordingUrl!: string | null;
  @Column('uuid', { nullable: true }) repeatsMinutesId!: string | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid', { nullable: true }) chairId!: string | null;
  @Column('uuid', { nullable: true }) secretaryId!: string | null;
  @Column('text', { nullable: true }) cancelledKk!: string | null;
  @Column('text', { nullable: true }) cancelledRu!: string | null;
  @Column('date', { nullable: true }) minutesDueOn!: CivilDate | null;
  @Column('timestamptz', { nullable: true }) overdueNotedAt!: Date | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
