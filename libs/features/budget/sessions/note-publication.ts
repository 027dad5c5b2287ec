import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import {
  assessPublication,
  type DecisionPublication,
} from '#rules/sessions/decision-publication.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { SessionDecisionRepository } from './session-decision.repository.js';
import { SessionReader } from './session.reader.js';

/** The secretary notes where and when the text of a decision came out officially. */
@Injectable()
export class NotePublication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly sessions: SessionReader,
  ) {}

  async run(
    secretary: SignedIn,
    decisionId: string,
    publication: DecisionPublication,
  ): Promise<void> {
    const { maslikhat, decidedOn } = await this.sessions.getDecision(decisionId);
    const actor = asSecretaryOf(secretary, maslikhat);
    const { at, today } = await this.clock.now();
    const faults = assessPublication(publication, { decidedOn, today });
    assertNoFaults('maslikhat-session.invalid', faults);
    await this.unitOfWork.run(async (tx) => {
      const published = { actor, at };
      await tx.of(SessionDecisionRepository).addPublication(decisionId, publication, published);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'session.decision_published',
        objectKind: 'maslikhat-decision',
        objectId: decisionId,
        territory: maslikhat,
        after: { ...publication },
      });
    });
  }
}
