import type { EntityManager } from 'typeorm';
import type { DomainError } from '#rules/kernel/domain-error.js';

/** What a broken constraint means to people, by the constraint's name. */
export type Violations = Readonly<Record<string, () => DomainError>>;

/**
 * The only way to write. Made by {@link Transaction.of} alone, so a repository cannot exist
 * outside a transaction and nobody can forget to pass the context.
 */
export abstract class TransactionalRepository {
  /** Override in a repository whose constraints decide something people are told about. */
  static readonly violations: Violations = {};

  constructor(protected readonly manager: EntityManager) {}
}

export interface RepositoryClass<T extends TransactionalRepository> {
  new (manager: EntityManager): T;
  readonly violations: Violations;
}
