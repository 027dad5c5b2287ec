import { Injectable } from '@nestjs/common';
import {
  assessErratum,
  type Erratum,
  nextErratumNumber,
} from '#rules/assemblies/minutes-erratum.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { ErratumRepository } from './erratum.repository.js';
import { auditedMinutes, MinutesActs } from './minutes-acts.js';
import { MINUTES_CORRECTED, minutesEvent } from './minutes.events.js';

export type ErratumFields = Omit<Erratum, 'on'>;

/** A mistake in signed minutes is corrected beside the text, under a number. */
@Injectable()
export class AddErratum {
  constructor(private readonly acts: MinutesActs) {}

  /** @returns the number of the erratum */
  async run(person: SignedIn, minutesId: string, fields: ErratumFields): Promise<number> {
    return this.acts.run(person, { minutesId }, async ({ tx, actor, minutes, now }) => {
      const { at, today } = now;
      const { state, document, frozenAt } = minutes;
      const signedOn = frozenAt ? civilDateOf(frozenAt) : today;
      const corrected = { state, signedOn, items: document?.items.length ?? 0 };
      const erratum = { ...fields, on: today };
      assertNoFaults('erratum.invalid', assessErratum(erratum, corrected, today));
      const errata = tx.of(ErratumRepository);
      const number = nextErratumNumber(await errata.listNumbers(minutesId));
      await errata.add({ minutesId, number, actor, at }, erratum);
      const audited = auditedMinutes(minutes, 'minutes.erratum_added', {
        after: { number, ...fields },
      });
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(minutesEvent(MINUTES_CORRECTED, minutesId));
      return number;
    });
  }
}
