import { Injectable } from '@nestjs/common';
import { assessMilestone, type Milestone } from '#rules/implementation/milestone.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { RecordWorksAct, type WorksAsked } from './record-works-act.js';
import type { SitePlace, WorksOnHand } from './works.repository.js';

export interface NewMilestone extends Omit<Milestone, 'finishBy'>, SitePlace {
  /** Null where the last day stays as it was. */
  readonly finishBy: CivilDate | null;
  /** Ids of photos and papers. */
  readonly enclosures: readonly string[];
}

/** How far the works are, with photos from the site and what is paid by now. */
@Injectable()
export class NoteMilestone {
  constructor(private readonly recordAct: RecordWorksAct) {}

  /** @throws DomainError rule-violated `milestone.invalid`, conflict `works.act_not_possible` */
  async run(asked: WorksAsked, { enclosures, ...noted }: NewMilestone): Promise<void> {
    await this.recordAct.run(asked, 'works.progressed', async (turn) => {
      const { tx, repository, works, act, version, today } = turn;
      await repository.move(works, 'progress', version);
      const last = lastOf(works);
      const milestone = { ...noted, finishBy: noted.finishBy ?? last.finishBy };
      assertNoFaults('milestone.invalid', [
        ...assessMilestone(milestone, { last, today }),
        ...assessEnclosures(enclosures),
      ]);
      await repository.addMilestone(act, milestone);
      const enclosing = { object: 'works-milestone', objectId: act.id } as const;
      const { personId } = act.actor;
      await tx.of(EnclosureRepository).enclose({ ...enclosing, personId }, enclosures);
      const { on, percent, paidTiyn, finishBy, delayReason } = milestone;
      return { on, percent, paidTiyn, finishBy, delayReason };
    });
  }
}

/** The former milestone, or the contract where there is none; a newer contract sets a newer day. */
function lastOf({ contract, milestone }: WorksOnHand) {
  if (contract === null) throw new DomainError('conflict', 'works.act_not_possible');
  const { signedOn, finishBy } = contract;
  if (milestone === null) return { on: signedOn, percent: 0, paidTiyn: 0n, finishBy };
  return signedOn > milestone.on ? { ...milestone, on: signedOn, finishBy } : milestone;
}
