import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { NoticeChoice } from './notice-kind.js';

/** What people said they want to be told of. */
export class NoticeChoiceRepository extends TransactionalRepository {
  async set(residentId: string, choices: readonly NoticeChoice[]): Promise<void> {
    await this.manager.query(
      `insert into notice_choices as n (resident_id, kind, way, wanted)
       select $1, c.kind, c.way, c.wanted
       from jsonb_to_recordset($2::jsonb) as c (kind text, way text, wanted boolean)
       on conflict (resident_id, kind, way) do update
         set wanted = excluded.wanted, chosen_at = clock_timestamp()
         where n.wanted <> excluded.wanted`,
      [residentId, JSON.stringify(choices)],
    );
  }
}
