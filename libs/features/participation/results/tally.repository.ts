import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { PreparedTally } from './prepared-tally.js';
import { TallyFileRecord } from './tally-file.record.js';
import { TallyRecord } from './tally.record.js';

export interface NewTally extends PreparedTally {
  readonly id: string;
  readonly roundId: string;
  readonly computedBy: string | null;
  readonly reason: string | null;
}

/** Counts of a round inside a transaction that holds the round's lock. */
export class TallyRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_tallies_first: () => new DomainError('conflict', 'result.counted_already'),
  };

  /** The count that stands: the latest one. */
  async findLatest(roundId: string): Promise<TallyRecord | null> {
    const [latest] = await this.manager.getRepository(TallyRecord).find({
      where: { roundId },
      order: { computedAt: 'desc', id: 'desc' },
      take: 1,
    });
    return latest ?? null;
  }

  /** @throws DomainError rule-violated `result.not_counted` */
  async getLatest(roundId: string): Promise<TallyRecord> {
    const latest = await this.findLatest(roundId);
    if (!latest) throw new DomainError('rule-violated', 'result.not_counted');
    return latest;
  }

  async add({ files, count, ...tally }: NewTally): Promise<void> {
    await this.manager.getRepository(TallyRecord).insert({ ...tally, outcome: count as object });
    const rows = files.map(({ territory, ...file }) => ({
      tallyId: tally.id,
      territoryKato: territory,
      ...file,
    }));
    await this.manager.getRepository(TallyFileRecord).insert(rows);
  }
}
