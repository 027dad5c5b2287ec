import { Injectable } from '@nestjs/common';
import { remarksUntil } from '#rules/assemblies/minutes-terms.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { auditedMinutes, MinutesActs } from './minutes-acts.js';
import { MINUTES_SHOWN, minutesEvent } from './minutes.events.js';
import { MinutesRepository } from './minutes.repository.js';

/** The draft is shown to the members, who have a few days for remarks. */
@Injectable()
export class AskForRemarks {
  constructor(private readonly acts: MinutesActs) {}

  async run(person: SignedIn, minutesId: string): Promise<void> {
    await this.acts.run(person, { minutesId }, async ({ tx, actor, minutes, place, now }) => {
      const { today: shownOn } = now;
      const until = remarksUntil(shownOn, place.overrides);
      const shown = { shownOn, remarksUntil: until };
      await tx.of(MinutesRepository).move(minutes, 'ask-for-remarks', shown);
      const audited = auditedMinutes(minutes, 'minutes.shown', { after: shown });
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(minutesEvent(MINUTES_SHOWN, minutesId));
    });
  }
}
