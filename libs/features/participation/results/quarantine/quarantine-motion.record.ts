import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { QuarantineAim } from '#rules/integrity/quarantine.js';
import { QuarantineRecord } from './quarantine.record.js';
import type { QuarantinePreview } from './quarantine-preview.js';

/** What one person moved for a batch; it has effect when another one confirms it. */
@Entity('quarantine_motions')
@ForeignKey(() => QuarantineRecord, ['quarantineId'], ['id'])
@Unique('uq_quarantine_motions_moved_by', ['id', 'movedBy'])
@Index(['quarantineId'])
@Index('uq_quarantine_motions_set_aside', ['quarantineId'], {
  unique: true,
  where: "aim = 'set-aside'",
})
@Check('ck_quarantine_motions_aim', "aim in ('set-aside', 'release')")
export class QuarantineMotionRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') quarantineId!: string;
  @Column('text') aim!: QuarantineAim;
  @Column('text') reasonKk!: string;
  @Column('text') reasonRu!: string;
  @Column('jsonb') preview!: QuarantinePreview;
  @Column('uuid') movedBy!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) movedAt!: Date;
}
