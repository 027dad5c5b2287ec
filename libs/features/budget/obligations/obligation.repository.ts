import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Duty } from './obligation-row.js';

/** A duty whose owner was just told. */
export interface WarnedDuty {
  readonly id: string;
  readonly kind: string;
  readonly post: string;
  readonly territory: string;
}

/** The list of duties; it follows the records and nobody writes in it by hand. */
export class ObligationRepository extends TransactionalRepository {
  /** @returns how many rows are new or changed */
  async note(duties: readonly Duty[]): Promise<number> {
    const rows: unknown[] = await this.manager.query(NOTE, [JSON.stringify(duties)]);
    return rows.length;
  }

  /** Marks those whose owner must be told now, by the days of warning of each kind. */
  async markWarned(warningDays: Readonly<Record<string, number>>): Promise<WarnedDuty[]> {
    const [rows]: [WarnedDuty[]] = await this.manager.query(WARN, [JSON.stringify(warningDays)]);
    return rows;
  }
}

const NOTE = `
  insert into obligations (kind, post, territory_kato, object_kind, object_id, part, event_on,
    due_on, met_on)
  select d.kind, d.post, d.territory, d."objectKind", d."objectId", d.part, d."eventOn", d."dueOn",
         d."metOn"
  from jsonb_to_recordset($1::jsonb) as d (kind text, post text, territory text,
    "objectKind" text, "objectId" text, part text, "eventOn" date, "dueOn" date, "metOn" date)
  on conflict (kind, object_id, part) do update
    set due_on = excluded.due_on, met_on = excluded.met_on, event_on = excluded.event_on,
        post = excluded.post
    where (obligations.due_on, obligations.met_on, obligations.event_on, obligations.post)
      is distinct from (excluded.due_on, excluded.met_on, excluded.event_on, excluded.post)
  returning id`;

const WARN = `
  update obligations o set warned_at = clock_timestamp()
  where o.met_on is null and o.warned_at is null
    and (clock_timestamp() at time zone 'Asia/Almaty')::date
        >= o.due_on - ($1::jsonb ->> o.kind)::int
  returning o.id, o.kind, o.post, o.territory_kato as territory`;
