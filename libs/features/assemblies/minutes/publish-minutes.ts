import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { auditedMinutes, MinutesActs } from './minutes-acts.js';
import { MINUTES_PUBLISHED, minutesEvent } from './minutes.events.js';
import { MinutesRepository } from './minutes.repository.js';

/** Minutes that were sent are open for everybody to read. */
@Injectable()
export class PublishMinutes {
  constructor(private readonly acts: MinutesActs) {}

  async run(person: SignedIn, minutesId: string): Promise<void> {
    await this.acts.run(person, { minutesId }, async ({ tx, actor, minutes, now }) => {
      await tx.of(MinutesRepository).move(minutes, 'publish', { publishedAt: now.at });
      const change = { before: { state: minutes.state }, after: { state: 'published' } };
      const audited = auditedMinutes(minutes, 'minutes.published', change);
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(minutesEvent(MINUTES_PUBLISHED, minutesId));
    });
  }
}
