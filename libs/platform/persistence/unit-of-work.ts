import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { claimIdempotencyKey, markIdempotencyRecorded } from './idempotency-claim.js';
import { repeatLostRaces } from './lost-race.js';
import type {
  RepositoryClass,
  TransactionalRepository,
  Violations,
} from './transactional-repository.js';

export type Isolation = 'READ COMMITTED' | 'SERIALIZABLE';

/** One open transaction; hands out repositories bound to it. */
export class Transaction {
  private readonly made = new Map<unknown, TransactionalRepository>();
  readonly violations: Record<string, Violations[string]> = {};

  constructor(private readonly manager: EntityManager) {}

  of<T extends TransactionalRepository>(repository: RepositoryClass<T>): T {
    const existing = this.made.get(repository);
    if (existing) return existing as T;
    const created = new repository(this.manager);
    this.made.set(repository, created);
    Object.assign(this.violations, repository.violations);
    return created;
  }
}

/**
 * Runs a use case's work in one transaction. Broken constraints become the domain errors that the
 * used repositories declare; a lost race (40001, 40P01) repeats the whole work, so ids and `now`
 * are taken outside it. Runs do not nest: TypeORM would make a savepoint and hide the mistake.
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<true>();

  constructor(private readonly dataSource: DataSource) {}

  async run<T>(
    work: (transaction: Transaction) => Promise<T>,
    isolation: Isolation = 'READ COMMITTED',
  ): Promise<T> {
    if (this.running.getStore()) throw new Error('A unit of work may not open another one');
    const result = await repeatLostRaces(() =>
      this.running.run(true, () => this.attempt(work, isolation)),
    );
    markIdempotencyRecorded();
    return result;
  }

  private async attempt<T>(
    work: (transaction: Transaction) => Promise<T>,
    isolation: Isolation,
  ): Promise<T> {
    let transaction: Transaction | undefined;
    try {
      return await this.dataSource.transaction(isolation, async (manager) => {
        await claimIdempotencyKey(manager);
        transaction = new Transaction(manager);
        return work(transaction);
      });
    } catch (error) {
      throw translated(error, transaction?.violations ?? {});
    }
  }
}

function translated(error: unknown, violations: Violations): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const constraint = (error.driverError as { constraint?: string }).constraint;
  return (constraint ? violations[constraint]?.() : undefined) ?? error;
}
