import { Injectable } from '@nestjs/common';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { enclosureForgotten } from './enclosure.events.js';
import { EnclosureRepository } from './enclosure.repository.js';

/** A form may stand open over a weekend. */
const KEPT_DAYS = 4;

/** Files that no act has named are kept no longer than needed. */
@Injectable()
export class ForgetLooseEnclosures {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const names = await tx.of(EnclosureRepository).removeLooseOlderThan(KEPT_DAYS);
      const outbox = tx.of(OutboxRepository);
      for (const name of names) await outbox.add(enclosureForgotten(name));
    });
  }
}
