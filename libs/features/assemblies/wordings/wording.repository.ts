import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';
import type { WordingKind } from './wording-row.js';

/** A wording, locked. */
export interface WordingInHand {
  readonly id: string;
  readonly territory: string;
  readonly version: number;
  readonly isRetired: boolean;
}

export interface NewWording {
  readonly id: string;
  readonly territory: string;
  readonly kind: WordingKind;
  readonly question: string | null;
  readonly text: OfficialText;
  readonly actor: Actor;
  readonly at: Date;
}

/** Wordings of a unit; a retired one stays on record. */
export class WordingRepository extends TransactionalRepository {
  async add({ id, territory, kind, question, text, actor, at }: NewWording): Promise<void> {
    await this.manager.query(
      `insert into kept_wordings (id, territory_kato, kind, question, text_kk, text_ru, by_person,
         post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        territory,
        kind,
        question,
        text.kk,
        text.ru,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }

  /** @throws DomainError not-found `wording.not_found`, also for one of another unit */
  async getForChange(id: string, territory: string): Promise<WordingInHand> {
    const [row]: WordingInHand[] = await this.manager.query(
      `select id, territory_kato as territory, version, retired_at is not null as "isRetired"
       from kept_wordings where id = $1 and territory_kato = $2 and code is null for update`,
      [id, territory],
    );
    if (!row || row.isRetired) throw new DomainError('not-found', 'wording.not_found');
    return row;
  }

  async change({ id, version }: WordingInHand, text: OfficialText): Promise<void> {
    await this.manager.query(
      `update kept_wordings set text_kk = $2, text_ru = $3, version = $4 where id = $1`,
      [id, text.kk, text.ru, version + 1],
    );
  }

  async retire({ id, version }: WordingInHand, at: Date): Promise<void> {
    await this.manager.query(
      `update kept_wordings set retired_at = $2, version = $3 where id = $1`,
      [id, at, version + 1],
    );
  }

  /** Puts a phrase of the catalogue away in a unit, or takes it up again. */
  async setAway(phrase: Omit<NewWording, 'kind' | 'question'>, code: string, isAway: boolean) {
    const { id, territory, text, actor, at } = phrase;
    await this.manager.query(
      `insert into kept_wordings (id, territory_kato, kind, code, text_kk, text_ru, retired_at,
         by_person, post_kk, post_ru, at)
       values ($1, $2, 'phrase', $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (territory_kato, code) do update set retired_at = $6,
         version = kept_wordings.version + 1`,
      [
        id,
        territory,
        code,
        text.kk,
        text.ru,
        isAway ? at : null,
        actor.personId,
        actor.post.kk,
        actor.post.ru,
        at,
      ],
    );
  }
}
