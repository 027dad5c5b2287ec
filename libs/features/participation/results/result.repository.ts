import { DomainError } from '#rules/kernel/domain-error.js';
import type { LawfulStrike } from '#rules/participation/result-decision.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { ResultStrikeRecord } from './result-strike.record.js';
import { RoundResultRecord } from './round-result.record.js';

export type NewDecision = Pick<
  RoundResultRecord,
  'tallyId' | 'roundId' | 'councilProtocol' | 'councilTextKk' | 'councilTextRu' | 'decidedBy'
>;

/** Decisions on counts and their publication. */
export class ResultRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_round_results: () => new DomainError('conflict', 'result.decided_already'),
    ck_round_results_two_people: () => new DomainError('forbidden', 'result.second_person_needed'),
    uq_round_results_published: () => new DomainError('conflict', 'result.published_already'),
  };

  async add(decision: NewDecision, strikes: readonly LawfulStrike[]): Promise<void> {
    await this.manager.getRepository(RoundResultRecord).insert(decision);
    const rows = strikes.map(({ number, ground, text }) => ({
      tallyId: decision.tallyId,
      ballotNumber: number,
      ground,
      textKk: text.kk,
      textRu: text.ru,
    }));
    await this.manager.getRepository(ResultStrikeRecord).insert(rows);
  }

  /** @throws DomainError rule-violated `result.not_decided` */
  async getDecision(tallyId: string): Promise<RoundResultRecord> {
    const found = await this.manager.getRepository(RoundResultRecord).findOneBy({ tallyId });
    if (!found) throw new DomainError('rule-violated', 'result.not_decided');
    return found;
  }

  async listStruck(tallyId: string): Promise<number[]> {
    const strikes = await this.manager.getRepository(ResultStrikeRecord).findBy({ tallyId });
    return strikes.map(({ ballotNumber }) => ballotNumber);
  }

  async publish(tallyId: string, publishedBy: string): Promise<void> {
    await this.manager.query(
      `update round_results set published_by = $2, published_at = clock_timestamp() where tally_id = $1`,
      [tallyId, publishedBy],
    );
  }
}
