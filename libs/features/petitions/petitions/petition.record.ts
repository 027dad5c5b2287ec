import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { PetitionBody } from '#rules/petitions/addressee.js';
import type { PetitionKind } from '#rules/petitions/petition-kind.js';
import type { PetitionState } from '#rules/petitions/petition-lifecycle.js';
import type { StoredThreshold } from './stored-threshold.js';

/** A petition: a deputy's collection gathered here, or a statutory one followed by its link. */
@Entity('petitions')
@Unique('uq_petitions_number', ['number'])
export class PetitionRecord {
  @PrimaryColumn('uuid') id!: string;
  /** Given at the submission, `2026-0012`. */
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') kind!: PetitionKind;
  /** Follows the recorded acts; changed only through the life cycle. */
  @Column('text') state!: PetitionState;
  /** The launching deputy; none stands behind a statutory petition. */
  @Column('uuid', { nullable: true }) deputyId!: string | null;
  @Column('text') body!: PetitionBody;
  /** Of the addressed body; its residents sign. */
  @Column('text') territoryKato!: string;
  @Column('text', { default: '' }) titleKk!: string;
  @Column('text', { default: '' }) titleRu!: string;
  @Column('text', { default: '' }) textKk!: string;
  @Column('text', { default: '' }) textRu!: string;
  @Column('text', { default: '' }) argumentsKk!: string;
  @Column('text', { default: '' }) argumentsRu!: string;
  @Column('text', { default: '' }) proposalsKk!: string;
  @Column('text', { default: '' }) proposalsRu!: string;
  /** SHA-256 of the texts as submitted: what people sign. */
  @Column('bytea', { nullable: true }) textDigest!: Buffer | null;
  @Column('text', { nullable: true }) portalUrl!: string | null;
  @Column('integer', { nullable: true }) minimumAge!: number | null;
  /** Signatures needed, frozen at the opening together with how the number came about. */
  @Column('integer', { nullable: true }) required!: number | null;
  @Column('jsonb', { nullable: true }) threshold!: StoredThreshold | null;
  /** Day whose law it keeps to the end: that of its opening. */
  @Column('date', { nullable: true }) rulesOn!: CivilDate | null;
  @Column('date', { nullable: true }) checkBy!: CivilDate | null;
  /** Last day for joining; `closesAt` is the instant after it. */
  @Column('date', { nullable: true }) lastDay!: CivilDate | null;
  @Column('date', { nullable: true }) noticeBy!: CivilDate | null;
  @Column('date', { nullable: true }) answerBy!: CivilDate | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closesAt!: Date | null;
  @Column('timestamptz', { nullable: true }) reachedAt!: Date | null;
  /** Folded text for search by any keyboard. */
  @Column('text', { default: '' }) searchText!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) version!: number;
}
