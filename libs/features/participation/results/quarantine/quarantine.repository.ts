import { DomainError } from '#rules/kernel/domain-error.js';
import { type CopiedTable, copyRows } from '#platform/persistence/copy-rows.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { QuarantineDecisionRecord } from './quarantine-decision.record.js';
import { QuarantineMotionRecord } from './quarantine-motion.record.js';
import { QuarantineRecord } from './quarantine.record.js';

export type NewMotion = Omit<QuarantineMotionRecord, 'movedAt'>;
export type NewQuarantineDecision = Omit<QuarantineDecisionRecord, 'decidedAt'>;

const MARKS: CopiedTable = {
  name: 'quarantine_marks',
  columns: { quarantine_id: 'uuid', receipt_digest: 'bytea' },
};

/** Batches, motions and decisions under the lock of their round; nothing of them is ever changed. */
export class QuarantineRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_quarantine_decisions: () => new DomainError('conflict', 'quarantine.decided_already'),
    ck_quarantine_decisions_two_people: () =>
      new DomainError('forbidden', 'quarantine.second_person_needed'),
  };

  /** @param marks digests of the receipts of its ballots, hexadecimal */
  async add(quarantine: QuarantineRecord, marks: readonly string[]): Promise<void> {
    await this.manager.getRepository(QuarantineRecord).insert(quarantine);
    await copyRows(this.manager, MARKS, marks, (mark) => [quarantine.id, Buffer.from(mark, 'hex')]);
  }

  async addMotion(motion: NewMotion): Promise<void> {
    await this.manager.getRepository(QuarantineMotionRecord).insert(motion as object);
  }

  async addDecision(decision: NewQuarantineDecision): Promise<void> {
    await this.manager.getRepository(QuarantineDecisionRecord).insert(decision);
  }

  /**
   * One motion at a time: another one would be weighed against ballots that may yet be taken.
   *
   * @throws DomainError conflict `quarantine.undecided`
   */
  async assertNoneOpen(roundId: string): Promise<void> {
    const open: unknown[] = await this.manager.query(
      `select from quarantine_motions m join quarantines q on q.id = m.quarantine_id
       where q.round_id = $1
         and not exists (select from quarantine_decisions d where d.motion_id = m.id)`,
      [roundId],
    );
    if (open.length > 0) throw new DomainError('conflict', 'quarantine.undecided');
  }
}
