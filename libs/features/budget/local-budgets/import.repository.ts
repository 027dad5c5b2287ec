import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { WaitingImport } from './import-row.js';

/** Imports that were shown: one a person and budget. */
export class ImportRepository extends TransactionalRepository {
  /** Another file takes the place of the last one. */
  async keep(waiting: WaitingImport, at: Date): Promise<void> {
    await this.manager.query(
      `insert into budget_imports (id, budget_id, by_person, budget_version, replaces, lines, made_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (budget_id, by_person) do update set id = excluded.id,
         budget_version = excluded.budget_version, replaces = excluded.replaces,
         lines = excluded.lines, made_at = excluded.made_at`,
      [
        waiting.id,
        waiting.budgetId,
        waiting.personId,
        waiting.version,
        waiting.replaces,
        jsonOf(waiting.lines),
        at,
      ],
    );
  }
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}
