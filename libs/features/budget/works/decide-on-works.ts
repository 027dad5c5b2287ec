import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { RecordWorksAct, type WorksAsked } from './record-works-act.js';

export const WORKS_DECISIONS = ['postpone', 'resume', 'cancel'] as const;

export interface NewWorksDecision {
  readonly act: (typeof WORKS_DECISIONS)[number];
  readonly reason: OfficialText;
}

/** Works are postponed, taken up again or cancelled, with a reason that everybody reads. */
@Injectable()
export class DecideOnWorks {
  constructor(private readonly recordAct: RecordWorksAct) {}

  /** @throws DomainError rule-violated `works-decision.invalid`, conflict `works.act_not_possible` */
  async run(asked: WorksAsked, decision: NewWorksDecision): Promise<void> {
    await this.recordAct.run(asked, 'works.decided', async (turn) => {
      const { repository, works, act, version } = turn;
      await repository.move(works, decision.act, version);
      const isSilent = missingLanguages(decision.reason).length > 0;
      assertNoFaults(
        'works-decision.invalid',
        isSilent ? [{ code: 'works-decision.reason_missing', field: 'reason' }] : [],
      );
      await repository.addDecision(act, decision);
      return { ...decision };
    });
  }
}
