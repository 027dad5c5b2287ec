import type { CivilDate } from '#rules/kernel/civil-date.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { Actor } from '../../registry/officers/actor.js';

/** Minutes on their way to those who must answer. */
export interface NewDispatch {
  readonly minutesId: string;
  readonly addressee: 'akim' | 'maslikhat';
  readonly sentOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly actor: Actor;
  readonly at: Date;
}

/** When minutes were handed over, and to whom. */
export class DispatchRepository extends TransactionalRepository {
  async add({ minutesId, addressee, sentOn, dueOn, actor, at }: NewDispatch): Promise<void> {
    const { personId, post } = actor;
    await this.manager.query(
      `insert into minutes_dispatches (minutes_id, addressee, sent_on, due_on, sent_by, post_kk, post_ru, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [minutesId, addressee, sentOn, dueOn, personId, post.kk, post.ru, at],
    );
  }

  /** From here the akim's term runs for each adopted decision. */
  async handOver(
    minutesId: string,
    { handedOn, answerBy }: { readonly handedOn: CivilDate; readonly answerBy: CivilDate },
  ): Promise<void> {
    await this.manager.query(
      `update community_decisions set handed_on = $2, answer_by = $3, version = version + 1
       where minutes_id = $1`,
      [minutesId, handedOn, answerBy],
    );
  }
}
