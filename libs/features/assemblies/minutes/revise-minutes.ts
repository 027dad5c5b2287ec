import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { auditedMinutes, MinutesActs } from './minutes-acts.js';
import { MinutesRepository } from './minutes.repository.js';

/** Before the second signature the minutes go back to a draft; a first signature falls. */
@Injectable()
export class ReviseMinutes {
  constructor(private readonly acts: MinutesActs) {}

  async run(person: SignedIn, minutesId: string): Promise<void> {
    await this.acts.run(person, { minutesId }, async ({ tx, actor, minutes }) => {
      const emptied = { document: null, digest: null };
      const { state } = await tx.of(MinutesRepository).move(minutes, 'revise', emptied);
      const change = { before: { state: minutes.state }, after: { state } };
      const audited = auditedMinutes(minutes, 'minutes.revised', change);
      await tx.of(AuditEntryRepository).add(actor, audited);
    });
  }
}
