import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { StudyPart } from './tally-study.js';
import { TallyRecord } from './tally.record.js';

/** One part of what was found out about a count; never changed afterwards. */
@Entity('tally_studies')
@ForeignKey(() => TallyRecord, ['tallyId'], ['id'])
@Check('ck_tally_studies_part', "part in ('measures', 'purses', 'counterpart', 'lacks')")
export class TallyStudyRecord {
  @PrimaryColumn('uuid') tallyId!: string;
  @PrimaryColumn('text') part!: StudyPart;
  @Column('jsonb') findings!: object;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) foundAt!: Date;
}
