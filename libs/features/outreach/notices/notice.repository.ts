import type { MessageWay } from '#platform/messages/message-way.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import type { NoticeKind } from './notice-kind.js';
import { type NoticeSource, toldAll } from './notice-source.sql.js';

/** One event and whom it concerns. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Key of its texts. */
  readonly event: string;
  /** Names the event: nobody is told of it twice. */
  readonly about: string;
  readonly source: NoticeSource;
  /** What the source asks for. */
  readonly parameters: readonly (string | number)[];
}

/** Puts a notice on its way to everybody who wants it, in one statement however many they are. */
export class NoticeRepository extends TransactionalRepository {
  /** @returns how many messages that gives */
  async tell(notice: Notice, ways: readonly MessageWay[]): Promise<number> {
    const { kind, event, about, source, parameters } = notice;
    const rows: unknown[] = await this.manager.query(toldAll(source), [
      kind,
      about,
      event,
      ways,
      ...parameters,
    ]);
    return rows.length;
  }
}
