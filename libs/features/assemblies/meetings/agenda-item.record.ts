import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssemblyQuestion } from '#rules/rulebook/assembly-questions.js';
import type { AgendaLink } from './meeting-row.js';

/** An item of a meeting's agenda. */
@Entity('agenda_items')
export class AgendaItemRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') meetingId!: string;
  /** From 1, without gaps. */
  @Column('integer') number!: number;
  @Column('text') question!: AssemblyQuestion;
  @Column('text') titleKk!: string;
  @Column('text') titleRu!: string;
  @Column('text', { nullable: true }) rapporteur!: string | null;
  @Column('jsonb', { default: () => `'[]'` }) links!: readonly AgendaLink[];
  @Column('text', { nullable: true }) reportUrl!: string | null;
  /** Counts what was written to the item. */
  @Column('integer', { default: 1 }) version!: number;
}
