import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { MotionDecision, MotionRow, OpenMotion, QuarantineRow } from './quarantine-row.js';

/** Questions about ballots that are set aside; never which person's and what they chose. */
@Injectable()
export class QuarantineReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every batch of a round, the first one first. */
  async list(roundId: string): Promise<QuarantineRow[]> {
    const rows: (Omit<QuarantineRow, 'motions'> & { motions: StoredMotion[] })[] =
      await this.dataSource.query(BATCHES, [roundId]);
    return rows.map((row) => ({ ...row, motions: row.motions.map(motionOf) }));
  }

  /** The motion of a round that waits for a second person; null where there is none. */
  async findOpen(roundId: string): Promise<OpenMotion | null> {
    const [row]: OpenMotion[] = await this.dataSource.query(OPEN, [roundId]);
    return row ?? null;
  }

  /** @throws DomainError not-found `quarantine.no_such_motion` */
  async getOpen(roundId: string, motionId: string): Promise<OpenMotion> {
    const open = await this.findOpen(roundId);
    if (open?.id !== motionId) throw new DomainError('not-found', 'quarantine.no_such_motion');
    return open;
  }

  /** @throws DomainError not-found `quarantine.not_standing` */
  async getStanding(roundId: string, quarantineId: string): Promise<QuarantineRow> {
    const found = (await this.list(roundId)).find(({ id }) => id === quarantineId);
    if (!found?.isStanding) throw new DomainError('not-found', 'quarantine.not_standing');
    return found;
  }

  /** Digests of the receipts of all ballots of a round that are set aside now, hexadecimal. */
  async listMarks(roundId: string): Promise<string[]> {
    const rows: { mark: string }[] = await this.dataSource.query(MARKS, [roundId]);
    return rows.map(({ mark }) => mark);
  }

  /** The same of one batch, whether it stands or not. */
  async listMarksOf(quarantineId: string): Promise<string[]> {
    if (!isUuid(quarantineId)) return [];
    const rows: { mark: string }[] = await this.dataSource.query(
      `select encode(receipt_digest, 'hex') as mark from quarantine_marks where quarantine_id = $1`,
      [quarantineId],
    );
    return rows.map(({ mark }) => mark);
  }
}

type StoredMotion = Omit<MotionRow, 'movedAt' | 'decision'> & {
  readonly movedAt: string;
  readonly decision: (Omit<MotionDecision, 'decidedAt'> & { readonly decidedAt: string }) | null;
};

function motionOf({ movedAt, decision, ...motion }: StoredMotion): MotionRow {
  return {
    ...motion,
    movedAt: new Date(movedAt),
    decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
  };
}

const BATCHES = `
  select q.id, q.signal, q.subject as where, q.ballots, 
    exists (select from standing_quarantines s where s.id = q.id) as "isStanding", (
    select jsonb_agg(jsonb_build_object('id', m.id, 'aim', m.aim,
        'reason', jsonb_build_object('kk', m.reason_kk, 'ru', m.reason_ru), 'movedAt', m.moved_at,
        'decision', case when d.motion_id is not null then jsonb_build_object(
          'confirmed', d.confirmed, 'text', jsonb_build_object('kk', d.text_kk, 'ru', d.text_ru),
          'decidedAt', d.decided_at, 'tally', d.tally_id) end) order by m.moved_at, m.id)
    from quarantine_motions m left join quarantine_decisions d on d.motion_id = m.id
    where m.quarantine_id = q.id) as motions
  from quarantines q where q.round_id = $1
  order by (select min(moved_at) from quarantine_motions m where m.quarantine_id = q.id), q.id`;

const OPEN = `
  select m.id, m.aim, q.id as quarantine, q.round_id as "roundId", m.moved_by as "movedBy", m.preview,
         jsonb_build_object('kk', m.reason_kk, 'ru', m.reason_ru) as reason, m.moved_at as "movedAt",
         null as decision
  from quarantine_motions m join quarantines q on q.id = m.quarantine_id
  where q.round_id = $1
    and not exists (select from quarantine_decisions d where d.motion_id = m.id)
  limit 1`;

const MARKS = `
  select encode(k.receipt_digest, 'hex') as mark
  from standing_quarantines q join quarantine_marks k on k.quarantine_id = q.id
  where q.round_id = $1`;
