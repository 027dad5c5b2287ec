import { DomainError } from '#rules/kernel/domain-error.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { CommissionRecord } from './commission.record.js';
import { ConstituencyTerritoryRecord } from './constituency-territory.record.js';
import { ConstituencyRecord } from './constituency.record.js';
import { ConvocationRecord } from './convocation.record.js';

/** A convocation with all that belongs to it. */
export interface WholeConvocation {
  readonly convocation: ConvocationRecord;
  readonly constituencies: readonly ConstituencyRecord[];
  readonly territories: readonly ConstituencyTerritoryRecord[];
  readonly commissions: readonly CommissionRecord[];
}

/** Convocations; a row once entered stays. */
export class MaslikhatRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_convocations_number: () => new DomainError('conflict', 'convocation.already_there'),
    ex_convocations_one_at_a_time: () => new DomainError('conflict', 'convocation.overlaps'),
    fk_constituency_territories_territory_kato: () =>
      new DomainError('rule-violated', 'territory.not_found'),
    pk_constituency_territories: () =>
      new DomainError('rule-violated', 'convocation.territory_twice'),
  };

  async add(whole: WholeConvocation): Promise<void> {
    await this.convocations.insert(whole.convocation);
    await this.constituencies.insert([...whole.constituencies]);
    await this.manager.getRepository(ConstituencyTerritoryRecord).insert([...whole.territories]);
    await this.manager.getRepository(CommissionRecord).insert([...whole.commissions]);
  }

  async exists(territoryKato: string, number: string): Promise<boolean> {
    return this.convocations.existsBy({ territoryKato, number });
  }

  /** Locked so that it stays while something is added to it. */
  async getForAdding(id: string): Promise<ConvocationRecord> {
    const lock = { mode: 'for_key_share' } as const;
    const found = await this.convocations.findOne({ where: { id }, lock });
    if (!found) throw new DomainError('not-found', 'convocation.not_found');
    return found;
  }

  async getConstituency(id: string, convocationId: string): Promise<ConstituencyRecord> {
    const found = await this.constituencies.findOneBy({ id, convocationId });
    if (!found) throw new DomainError('rule-violated', 'mandate.constituency_unknown');
    return found;
  }

  async findLevel(territory: string): Promise<TerritoryLevel | null> {
    const rows: { level: TerritoryLevel }[] = await this.manager.query(
      `select level from territories where kato = $1`,
      [territory],
    );
    return rows[0]?.level ?? null;
  }

  /** KATO codes from the top down, of those units that are there. */
  async findPaths(katos: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows: { kato: string; path: string[] }[] = await this.manager.query(
      `select kato, path from territories where kato = any($1) and valid_until is null`,
      [katos],
    );
    return new Map(rows.map(({ kato, path }) => [kato, path]));
  }

  private get convocations() {
    return this.manager.getRepository(ConvocationRecord);
  }

  private get constituencies() {
    return this.manager.getRepository(ConstituencyRecord);
  }
}
