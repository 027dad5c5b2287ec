import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { RoundPotRecord } from './round-pot.record.js';
import { ROUND_SELECT, toRoundRow, type RoundRow, type StoredRound } from './round-row.js';
import { RoundRecord } from './round.record.js';

export type NewRound = Omit<
  RoundRecord,
  'createdAt' | 'version' | 'paperVersion' | 'frozenAt' | 'closedAt' | 'publishedAt'
>;

export type NewPot = Omit<RoundPotRecord, 'roundId'>;

/** Rounds inside a transaction; the round is the first lock of every act under it. */
export class RoundRepository extends TransactionalRepository {
  static override readonly violations = {
    ck_rounds_phase_order: () => new DomainError('rule-violated', 'round.dates_out_of_sequence'),
    fk_proposals_pot: () => new DomainError('conflict', 'round.pot_in_use'),
  };

  async add(round: NewRound, pots: readonly NewPot[]): Promise<void> {
    await this.manager.getRepository(RoundRecord).insert(round as object);
    await this.addPots(round.id, pots);
  }

  /** For what is added under a round: it may not be closed meanwhile. */
  async getForAdding(id: string): Promise<RoundRow> {
    return this.getLocked(id, 'key share');
  }

  /** For a change of the round itself: others may add under it meanwhile. */
  async getForChange(id: string): Promise<RoundRow> {
    return this.getLocked(id, 'no key update');
  }

  /** For closing: waits for everything that is being added, keeps out everything later. */
  async getForClosing(id: string): Promise<RoundRow> {
    return this.getLocked(id, 'update');
  }

  /** Changes columns and counts the version on. */
  async change(id: string, columns: Partial<Omit<RoundRecord, 'id' | 'version'>>): Promise<void> {
    await this.manager
      .getRepository(RoundRecord)
      .update(id, { ...columns, version: () => 'version + 1' } as object);
  }

  /** Brings the pots to the given ones; one that has proposals stays or the change is refused. */
  async putPots(roundId: string, pots: readonly NewPot[]): Promise<void> {
    await this.manager.query(
      `delete from round_pots where round_id = $1 and territory_kato <> all($2::text[])`,
      [roundId, pots.map((pot) => pot.territoryKato)],
    );
    await this.manager
      .getRepository(RoundPotRecord)
      .upsert(withRound(roundId, pots), ['roundId', 'territoryKato']);
  }

  /** To be called with every change of what stands on the ballot paper. */
  async bumpPaperVersion(id: string): Promise<void> {
    await this.manager.query(`update rounds set paper_version = paper_version + 1 where id = $1`, [
      id,
    ]);
  }

  /** The one thing that may change while the voting is open. */
  async extendVoting(id: string, until: Date): Promise<void> {
    await this.manager.query(`update rounds set voting_until = $2 where id = $1`, [id, until]);
  }

  async recordClosure(id: string): Promise<void> {
    await this.manager.query(`update rounds set closed_at = clock_timestamp() where id = $1`, [id]);
  }

  async recordPublication(id: string): Promise<void> {
    await this.manager.query(`update rounds set published_at = clock_timestamp() where id = $1`, [
      id,
    ]);
  }

  private async addPots(roundId: string, pots: readonly NewPot[]): Promise<void> {
    await this.manager.getRepository(RoundPotRecord).insert(withRound(roundId, pots));
  }

  /** The lock first, then the clock: who waited for the lock sees the time after the wait. */
  private async getLocked(id: string, strength: string): Promise<RoundRow> {
    if (!isUuid(id)) throw notFound(id);
    await this.manager.query(`select from rounds where id = $1 for ${strength}`, [id]);
    const rows: StoredRound[] = await this.manager.query(`${ROUND_SELECT} where r.id = $1`, [id]);
    if (!rows[0]) throw notFound(id);
    return toRoundRow(rows[0]);
  }
}

function withRound(roundId: string, pots: readonly NewPot[]): RoundPotRecord[] {
  return pots.map((pot) => ({ ...pot, roundId }));
}

function notFound(round: string): DomainError {
  return new DomainError('not-found', 'round.not_found', { round });
}
