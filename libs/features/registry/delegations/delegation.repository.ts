import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Delegation } from '#rules/obligations/obligation-owner.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../officers/actor.js';

/** The post of somebody who holds it in person, locked. */
export interface HeldPost {
  readonly role: string;
  readonly territory: string;
  readonly postKk: string;
  readonly postRu: string;
}

/** The holder in the post that is handed over. */
export function actorOf(personId: string, { role, territory, postKk, postRu }: HeldPost): Actor {
  return { personId, role, territory, post: { kk: postKk, ru: postRu } };
}

/** Delegations; each is an act, and so is its end. */
export class DelegationRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_delegation_ends: () => new DomainError('conflict', 'delegation.ended'),
  };

  /** One's own post on a day: a stand-in hands nothing on. Null where one holds no such post. */
  async lockOwnPost(
    personId: string,
    { role, territory }: Pick<HeldPost, 'role' | 'territory'>,
    on: CivilDate,
  ): Promise<HeldPost | null> {
    const [row]: HeldPost[] = await this.manager.query(
      `select role, territory_kato as territory, post_kk as "postKk", post_ru as "postRu"
       from role_holdings where resident_id = $1 and role = $2 and territory_kato = $3
         and $4::date between held_from and coalesce(held_until, 'infinity')
       order by held_from limit 1 for update`,
      [personId, role, territory, on],
    );
    return row ?? null;
  }

  /** Delegations of a post that are not ended. */
  async listOf(personId: string, { role, territory }: HeldPost): Promise<Delegation[]> {
    return this.manager.query(
      `select d.from_person as "fromPersonId", d.to_person as "toPersonId",
         d.from_on::text as "from", d.until_on::text as until, d.act
       from delegations d where d.from_person = $1 and d.role = $2 and d.territory_kato = $3
         and not exists (select from delegation_ends e where e.delegation_id = d.id)`,
      [personId, role, territory],
    );
  }

  async add(id: string, delegation: Delegation, { post, at }: PostAt): Promise<void> {
    const { fromPersonId, toPersonId, from, until, act } = delegation;
    await this.manager.query(
      `insert into delegations (id, from_person, to_person, role, territory_kato, post_kk, post_ru,
         from_on, until_on, act, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        fromPersonId,
        toPersonId,
        post.role,
        post.territory,
        post.postKk,
        post.postRu,
        from,
        until,
        act,
        at,
      ],
    );
  }

  /** @returns the post whose delegation it was; null where it is not this person's */
  async findGiven(id: string, personId: string): Promise<HeldPost | null> {
    const [row]: HeldPost[] = await this.manager.query(
      `select role, territory_kato as territory, post_kk as "postKk", post_ru as "postRu"
       from delegations where id = $1 and from_person = $2`,
      [id, personId],
    );
    return row ?? null;
  }

  async end(id: string, personId: string, at: Date): Promise<void> {
    await this.manager.query(
      `insert into delegation_ends (delegation_id, by_person, at) values ($1, $2, $3)`,
      [id, personId, at],
    );
  }
}

interface PostAt {
  readonly post: HeldPost;
  readonly at: Date;
}
