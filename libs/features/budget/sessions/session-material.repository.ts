import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

export interface NewSessionMaterial {
  readonly id: string;
  readonly sessionId: string;
  readonly question: number;
  readonly title: OfficialText;
  readonly handedOn: CivilDate;
  readonly link: string | null;
  readonly actor: Actor;
  readonly at: Date;
}

/** Papers given to the deputies; never changed, a better one is added. */
export class SessionMaterialRepository extends TransactionalRepository {
  async add(material: NewSessionMaterial): Promise<void> {
    const { id, sessionId, question, title, handedOn, link, actor, at } = material;
    await this.manager.query(
      `insert into session_materials (id, session_id, question, title_kk, title_ru, handed_on, link,
         by_person, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        sessionId,
        question,
        title.kk,
        title.ru,
        handedOn,
        link,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }
}
