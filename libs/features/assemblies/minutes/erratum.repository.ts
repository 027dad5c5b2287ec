import type { Erratum } from '#rules/assemblies/minutes-erratum.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** The place of an erratum, and who entered it. */
export interface ErratumPlace {
  readonly minutesId: string;
  readonly number: number;
  readonly actor: Actor;
  readonly at: Date;
}

/** Numbered corrections of signed minutes; never changed themselves. */
export class ErratumRepository extends TransactionalRepository {
  async listNumbers(minutesId: string): Promise<number[]> {
    const rows: { number: number }[] = await this.manager.query(
      `select number from minutes_errata where minutes_id = $1`,
      [minutesId],
    );
    return rows.map(({ number }) => number);
  }

  async add({ minutesId, number, actor, at }: ErratumPlace, erratum: Erratum): Promise<void> {
    const { on, item, was, becomes, reason } = erratum;
    const { personId, post } = actor;
    await this.manager.query(
      `insert into minutes_errata (minutes_id, number, item, found_on, was_kk, was_ru, becomes_kk,
         becomes_ru, reason_kk, reason_ru, entered_by, post_kk, post_ru, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        minutesId,
        number,
        item,
        on,
        was.kk,
        was.ru,
        becomes.kk,
        becomes.ru,
        reason.kk,
        reason.ru,
        personId,
        post.kk,
        post.ru,
        at,
      ],
    );
  }
}
