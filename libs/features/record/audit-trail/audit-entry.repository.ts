import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

export interface AuditedAct {
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly territory: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Leaves a line for every act of a person in office, in the transaction of the act itself. */
export class AuditEntryRepository extends TransactionalRepository {
  async add(actor: Actor, act: AuditedAct): Promise<void> {
    await this.manager.query(
      `insert into audit_entries (person_id, role, post_kk, post_ru, act, object_kind, object_id,
         territory_kato, before, after)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        actor.personId,
        actor.role,
        actor.post.kk,
        actor.post.ru,
        act.act,
        act.objectKind,
        act.objectId,
        act.territory,
        jsonOrNull(act.before),
        jsonOrNull(act.after),
      ],
    );
  }
}

function jsonOrNull(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}
