import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { MinutesDocument } from '#rules/assemblies/minutes-document.js';
import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';

/** Minutes of a meeting; a trigger keeps them as they are once both have signed. */
@Entity('minutes')
@Unique('uq_minutes_meeting', ['meetingId'])
@Unique('uq_minutes_number', ['territoryKato', 'number'])
export class MinutesRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid') meetingId!: string;
  @Column('text') territoryKato!: string;
  /** Changed only through the life cycle. */
  @Column('text') state!: MinutesState;
  @Column('date', { nullable: true }) shownOn!: CivilDate | null;
  @Column('date', { nullable: true }) remarksUntil!: CivilDate | null;
  /** Last day for handing them over. */
  @Column('date') dueOn!: CivilDate;
  /** What is signed; null while it is being written. */
  @Column('jsonb', { nullable: true }) document!: MinutesDocument | null;
  /** SHA-256 over the canonical JSON of the document. */
  @Column('bytea', { nullable: true }) digest!: Buffer | null;
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  /** Folded text for search by any keyboard. */
  @Column('text', { default: '' }) searchText!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
