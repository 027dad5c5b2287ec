import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { DeskRole } from '#rules/registry/desk-handover.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { OpenMatter } from './handover-row.js';
import { OPEN_MATTERS } from './open-matter.sql.js';

/** A desk, locked. */
export interface DeskInHand {
  readonly holdingId: string;
  readonly role: DeskRole;
  readonly territory: string;
  readonly personId: string;
  readonly postKk: string;
  readonly postRu: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** An act of hand-over, locked. */
export interface HandoverInHand {
  readonly id: string;
  readonly state: 'drawn' | 'handed-over' | 'cancelled';
  readonly holdingId: string;
  readonly outgoingId: string;
  readonly incomingId: string;
  readonly open: readonly OpenMatter[];
  readonly digest: Buffer;
  readonly signed: readonly ('outgoing' | 'incoming')[];
}

export interface NewHandover {
  readonly id: string;
  readonly desk: DeskInHand;
  readonly incomingId: string;
  readonly ground: string;
  readonly open: readonly OpenMatter[];
  readonly digest: Buffer;
  readonly actor: Actor;
  readonly at: Date;
}

/** Desks and the acts by which they pass on; desk before act is the sequence of locks. */
export class HandoverRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_desk_handovers_drawn: () => new DomainError('conflict', 'handover.drawn_already'),
    pk_handover_signatures: () => new DomainError('conflict', 'handover.signed_already'),
  };

  async findResident(pseudonym: Buffer): Promise<string | null> {
    const [row]: { id: string }[] = await this.manager.query(
      `select id from residents where pseudonym = $1`,
      [pseudonym],
    );
    return row?.id ?? null;
  }

  /** @throws DomainError not-found `handover.no_desk` */
  async getDesk(holdingId: string): Promise<DeskInHand> {
    const [row]: DeskInHand[] = await this.manager.query(
      `select id as "holdingId", role, territory_kato as territory, resident_id as "personId",
         post_kk as "postKk", post_ru as "postRu", held_from::text as "from",
         held_until::text as until
       from role_holdings where id = $1 for update`,
      [holdingId],
    );
    if (!row) throw new DomainError('not-found', 'handover.no_desk');
    return row;
  }

  async isHeldBy(personId: string, desk: DeskInHand, on: CivilDate): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      `select from role_holdings where resident_id = $1 and role = $2 and territory_kato = $3
         and coalesce(held_until, 'infinity') >= $4::date`,
      [personId, desk.role, desk.territory, on],
    );
    return rows.length > 0;
  }

  async listOpen({ role, territory }: DeskInHand): Promise<OpenMatter[]> {
    return this.manager.query(OPEN_MATTERS, [role, territory]);
  }

  async add({ id, desk, incomingId, ground, open, digest, actor, at }: NewHandover): Promise<void> {
    await this.manager.query(
      `insert into desk_handovers (id, role, territory_kato, holding_id, from_person, to_person,
         post_kk, post_ru, ground, open_matters, digest, state, drawn_by, drawn_post_kk,
         drawn_post_ru, drawn_at)
       select $1, h.role, h.territory_kato, h.id, h.resident_id, $3, h.post_kk, h.post_ru, $4, $5,
         $6, 'drawn', $7, $8, $9, $10
       from role_holdings h where h.id = $2`,
      [
        id,
        desk.holdingId,
        incomingId,
        ground,
        JSON.stringify(open),
        digest,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }

  /** @throws DomainError not-found `handover.not_found` */
  async getForChange(id: string): Promise<HandoverInHand> {
    const [row]: Omit<HandoverInHand, 'signed'>[] = await this.manager.query(
      `select id, state, holding_id as "holdingId", from_person as "outgoingId",
         to_person as "incomingId", open_matters as open, digest
       from desk_handovers where id = $1 for update`,
      [id],
    );
    if (!row) throw new DomainError('not-found', 'handover.not_found');
    const signed: Pick<{ side: 'outgoing' | 'incoming' }, 'side'>[] = await this.manager.query(
      `select side from handover_signatures where handover_id = $1`,
      [id],
    );
    return { ...row, signed: signed.map(({ side }) => side) };
  }

  /**
   * Which desk an act is about, before either is locked.
   *
   * @throws DomainError not-found `handover.not_found`
   */
  async peek(id: string): Promise<{ readonly holdingId: string }> {
    const [row]: { holdingId: string }[] = await this.manager.query(
      `select holding_id as "holdingId" from desk_handovers where id = $1`,
      [id],
    );
    if (!row) throw new DomainError('not-found', 'handover.not_found');
    return row;
  }

  async addSignature(
    { id, digest }: HandoverInHand,
    side: 'outgoing' | 'incoming',
    { personId, at }: { readonly personId: string; readonly at: Date },
  ): Promise<void> {
    await this.manager.query(
      `insert into handover_signatures (handover_id, side, person_id, digest, at)
       values ($1, $2, $3, $4, $5)`,
      [id, side, personId, digest, at],
    );
  }

  async cancel(id: string): Promise<void> {
    await this.manager.query(`update desk_handovers set state = 'cancelled' where id = $1`, [id]);
  }

  /** The post ends with yesterday; for whom it begins is the roll's to write. */
  async endHolding({ holdingId }: DeskInHand, today: CivilDate): Promise<void> {
    await this.manager.query(`update role_holdings set held_until = $2::date - 1 where id = $1`, [
      holdingId,
      today,
    ]);
  }

  async conclude(id: string, on: CivilDate, added: readonly OpenMatter[]): Promise<void> {
    await this.manager.query(
      `update desk_handovers set state = 'handed-over', handed_on = $2, added_matters = $3
       where id = $1`,
      [id, on, JSON.stringify(added)],
    );
  }
}
