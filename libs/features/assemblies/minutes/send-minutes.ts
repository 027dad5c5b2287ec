import { Injectable } from '@nestjs/common';
import { answerBy } from '#rules/assemblies/akim-answer-terms.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { DispatchRepository } from './dispatch.repository.js';
import { asksDismissal } from './freeze-minutes.js';
import { auditedMinutes, MinutesActs } from './minutes-acts.js';
import { MINUTES_SENT, minutesEvent } from './minutes.events.js';
import { MinutesRepository } from './minutes.repository.js';

/** Signed minutes are handed to the akim, and to the maslikhat where they ask for a dismissal. */
@Injectable()
export class SendMinutes {
  constructor(private readonly acts: MinutesActs) {}

  async run(person: SignedIn, minutesId: string): Promise<void> {
    await this.acts.run(person, { minutesId }, async ({ tx, actor, minutes, place, now }) => {
      const { at, today } = now;
      await tx.of(MinutesRepository).move(minutes, 'send', { sentAt: at });
      const to = asksDismissal(minutes.document!) ? (['akim', 'maslikhat'] as const) : AKIM;
      const sent = { minutesId, actor, at, sentOn: today, dueOn: minutes.dueOn };
      const dispatches = tx.of(DispatchRepository);
      for (const addressee of to) await dispatches.add({ ...sent, addressee });
      const answer = answerBy(today, place.overrides);
      await dispatches.handOver(minutesId, { handedOn: today, answerBy: answer });
      const after = { state: 'sent', to, dueOn: minutes.dueOn, answerBy: answer };
      const audited = auditedMinutes(minutes, 'minutes.sent', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(minutesEvent(MINUTES_SENT, minutesId));
    });
  }
}

const AKIM = ['akim'] as const;
