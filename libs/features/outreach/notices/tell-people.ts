import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '#platform/config/config.js';
import { CONFIG } from '#platform/config/config.token.js';
import { MESSAGE_WAYS } from '#platform/messages/message-way.js';
import type { OutboxMessage } from '#platform/outbox/outbox-message.js';
import type { Transaction } from '#platform/persistence/unit-of-work.js';
import { NOTICE_OF } from './notice-of-event.js';
import { NoticeRepository } from './notice.repository.js';

/** Something happened: whoever wants to hear of it gets a message, in the transaction of its delivery. */
@Injectable()
export class TellPeople {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Topics that people are told of. */
  readonly topics: readonly string[] = Object.keys(NOTICE_OF);

  /** Where no way is open nothing is put on it: news stay on pages. */
  async run(tx: Transaction, { topic, payload }: OutboxMessage): Promise<void> {
    const { messages } = this.config;
    const open = MESSAGE_WAYS.filter((way) => messages[way] !== null);
    const notice = NOTICE_OF[topic]?.(payload);
    if (notice && open.length > 0) await tx.of(NoticeRepository).tell(notice, open);
  }
}
