import { Injectable } from '@nestjs/common';
import { assessScopeChange, type ScopeChange } from '#rules/implementation/milestone.js';
import { isFinalWorksState } from '#rules/implementation/works-lifecycle.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { RecordWorksAct, type WorksAsked } from './record-works-act.js';

/** What is built changes: in public, word by word, with a reason, until nothing more is built. */
@Injectable()
export class ChangeScope {
  constructor(private readonly recordAct: RecordWorksAct) {}

  /** @throws DomainError rule-violated `scope-change.invalid`, conflict `works.act_not_possible` */
  async run(asked: WorksAsked, change: ScopeChange): Promise<void> {
    await this.recordAct.run(asked, 'works.scope_changed', async (turn) => {
      const { repository, works, act, version } = turn;
      assertCurrent(works.version, version);
      if (isFinalWorksState(works.state))
        throw new DomainError('conflict', 'works.act_not_possible');
      assertNoFaults('scope-change.invalid', assessScopeChange(change));
      await repository.addScopeChange(act, change);
      await repository.touch(works.projectId, works.state);
      return { ...change };
    });
  }
}
