import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** A member's remark on draft minutes. */
export interface NewRemark {
  readonly id: string;
  readonly minutesId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly item: number | null;
  readonly text: string;
  readonly language: 'kk' | 'ru';
  readonly at: Date;
}

/** What the secretary made of a remark. */
export interface RemarkSettlement {
  readonly outcome: 'accepted' | 'refused';
  readonly reason: OfficialText | null;
  readonly by: string;
  readonly at: Date;
}

/** Remarks of members, each settled once. */
export class RemarkRepository extends TransactionalRepository {
  async add({ id, minutesId, memberId, personId, item, text, language, at }: NewRemark) {
    await this.manager.query(
      `insert into minutes_remarks (id, minutes_id, member_id, person_id, item, body, language, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, minutesId, memberId, personId, item, text, language, at],
    );
  }

  /** @throws DomainError not-found `minutes.remark_not_found`, also for one that is settled */
  async settle(
    minutesId: string,
    id: string,
    { outcome, reason, by, at }: RemarkSettlement,
  ): Promise<void> {
    const [rows] = (await this.manager.query(
      `update minutes_remarks set outcome = $3, reason_kk = $4, reason_ru = $5, settled_by = $6, settled_at = $7
       where minutes_id = $1 and id = $2 and outcome is null returning id`,
      [minutesId, id, outcome, reason?.kk ?? null, reason?.ru ?? null, by, at],
    )) as [unknown[], number];
    if (rows.length === 0) throw new DomainError('not-found', 'minutes.remark_not_found');
  }

  async countOpen(minutesId: string): Promise<number> {
    const [row] = (await this.manager.query(
      `select count(*)::int as open from minutes_remarks where minutes_id = $1 and outcome is null`,
      [minutesId],
    )) as [{ open: number }];
    return row.open;
  }
}
