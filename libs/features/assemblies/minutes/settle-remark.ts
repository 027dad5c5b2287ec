import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { auditedMinutes, MinutesActs } from './minutes-acts.js';
import { RemarkRepository } from './remark.repository.js';

export interface SettlementFields {
  readonly minutesId: string;
  readonly remarkId: string;
  readonly outcome: 'accepted' | 'refused';
  /** Asked only of a refusal. */
  readonly reason: OfficialText | null;
}

/** The secretary accepts a remark, or refuses it with a reason. */
@Injectable()
export class SettleRemark {
  constructor(private readonly acts: MinutesActs) {}

  async run(person: SignedIn, fields: SettlementFields): Promise<void> {
    const { minutesId, remarkId, outcome, reason } = fields;
    const languages = reason === null ? ['kk', 'ru'] : missingLanguages(reason);
    const isBare = outcome === 'refused' && languages.length > 0;
    const fault = {
      code: 'minutes.remark_reason_missing',
      field: 'reason',
      details: { languages },
    };
    await this.acts.run(person, { minutesId }, async ({ tx, actor, minutes, now }) => {
      assertNoFaults('minutes.invalid', isBare ? [fault] : []);
      const settlement = { outcome, reason, by: actor.personId, at: now.at };
      await tx.of(RemarkRepository).settle(minutesId, remarkId, settlement);
      const after = { remarkId, outcome, reason };
      const audited = auditedMinutes(minutes, 'minutes.remark_settled', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
    });
  }
}
