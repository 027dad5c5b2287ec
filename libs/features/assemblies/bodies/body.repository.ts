import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { BodyFields, MemberFields } from './body-fields.js';

/** A body, locked. */
export interface LockedBody {
  readonly id: string;
  readonly version: number;
}

/** A seat ready to be stored. */
export interface StoredMember extends Omit<MemberFields, 'id' | 'iin'> {
  readonly id: string;
  /** Null: unknown, or as it is. */
  readonly residentId: string | null;
}

/** Bodies of residents and the seats in them. */
export class BodyRepository extends TransactionalRepository {
  static override readonly violations = {
    ex_bodies_one_at_a_time: () => new DomainError('conflict', 'body.term_overlaps'),
    ex_body_members_one_a_person: () => new DomainError('conflict', 'body.member_twice'),
    fk_body_members_replaces_id: () => new DomainError('rule-violated', 'body.replaced_unknown'),
  };

  /** The body that begins on that day, locked; null where there is none yet. */
  async findForChange({ territory, kind, from }: BodyFields): Promise<LockedBody | null> {
    const rows: LockedBody[] = await this.manager.query(
      `select id, version from bodies
       where territory_kato = $1 and kind = $2 and begins_on = $3 for update`,
      [territory, kind, from],
    );
    return rows[0] ?? null;
  }

  async add(id: string, { territory, kind, from, until }: BodyFields): Promise<void> {
    await this.manager.query(
      `insert into bodies (id, territory_kato, kind, begins_on, ends_on) values ($1, $2, $3, $4, $5)`,
      [id, territory, kind, from, until],
    );
  }

  async change({ id, version }: LockedBody, { until }: BodyFields): Promise<void> {
    await this.manager.query(`update bodies set ends_on = $2, version = $3 where id = $1`, [
      id,
      until,
      version + 1,
    ]);
  }

  /**
   * Adds and changes seats.
   *
   * @throws DomainError rule-violated `body.member_unknown` for a seat of another body
   */
  async putMembers(bodyId: string, members: readonly StoredMember[]): Promise<void> {
    for (const member of members) {
      const stored: unknown[] = await this.manager.query(PUT_MEMBER, [
        member.id,
        bodyId,
        member.name,
        member.settlement,
        member.post,
        member.residentId,
        member.from,
        member.until,
        member.replaces,
        member.onCommission,
      ]);
      if (stored.length === 0) throw new DomainError('rule-violated', 'body.member_unknown');
    }
  }

  /** Takes out seats that are not named any more; returns those that have been at a meeting. */
  async removeOthers(bodyId: string, kept: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select m.id from body_members m
       where m.body_id = $1 and m.id <> all($2::uuid[])
         and exists (select from meeting_people h where h.id = m.id)`,
      [bodyId, kept],
    );
    if (rows.length === 0)
      await this.manager.query(
        `delete from body_members where body_id = $1 and id <> all($2::uuid[])`,
        [bodyId, kept],
      );
    return rows.map(({ id }) => id);
  }

  /** Settlements of a unit that are in being: those right below it, or itself. */
  async listSettlements(territory: string): Promise<readonly string[]> {
    const rows: { kato: string }[] = await this.manager.query(
      `select kato from territories where parent_kato = $1 and valid_until is null order by kato`,
      [territory],
    );
    return rows.length > 0 ? rows.map(({ kato }) => kato) : [territory];
  }

  /** Ids on the roll by pseudonym. */
  async findResidents(pseudonyms: readonly Buffer[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; pseudonym: Buffer }[] = await this.manager.query(
      `select id, pseudonym from residents where pseudonym = any($1)`,
      [pseudonyms],
    );
    return new Map(rows.map(({ id, pseudonym }) => [pseudonym.toString('hex'), id]));
  }
}

const PUT_MEMBER = `
  insert into body_members as m (id, body_id, full_name, settlement_kato, post, resident_id,
    held_from, held_until, replaces_id, on_commission)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (id) do update set full_name = $3, settlement_kato = $4, post = $5,
    resident_id = coalesce($6, m.resident_id), held_from = $7, held_until = $8, replaces_id = $9,
    on_commission = $10
  where m.body_id = $2
  returning m.id`;
