import { Injectable } from '@nestjs/common';
import { assessContract, type WorksContract } from '#rules/implementation/works-contract.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { RecordWorksAct, type WorksAsked } from './record-works-act.js';

/** The akimat enters the contract of a winning project's works. */
@Injectable()
export class SignContract {
  constructor(private readonly recordAct: RecordWorksAct) {}

  /** @throws DomainError rule-violated `contract.invalid`, conflict `works.act_not_possible` */
  async run(asked: WorksAsked, contract: WorksContract): Promise<void> {
    await this.recordAct.run(asked, 'works.contracted', async (turn) => {
      const { repository, works, act, version, today } = turn;
      await repository.move(works, 'contract', version);
      assertNoFaults(
        'contract.invalid',
        assessContract(contract, { lineTiyn: works.lineTiyn, today }),
      );
      await repository.addContract(act, contract);
      const { number, sumTiyn, finishBy } = contract;
      return { number, sumTiyn, finishBy };
    });
  }
}
