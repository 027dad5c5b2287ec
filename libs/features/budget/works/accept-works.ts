import { Injectable } from '@nestjs/common';
import { assessAcceptance, warrantyUntil } from '#rules/implementation/works-acceptance.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessEnclosures } from '#rules/registry/enclosures.js';
import { EnclosureRepository } from '../../record/enclosures/enclosure.repository.js';
import { RecordWorksAct, type WorksAsked } from './record-works-act.js';

export interface NewAcceptance {
  readonly actNumber: string;
  readonly acceptedOn: CivilDate;
  readonly warrantyMonths: number;
  /** Ids of the act and of photos of what was built. */
  readonly enclosures: readonly string[];
}

/** Finished works are accepted by an act; the warranty begins. */
@Injectable()
export class AcceptWorks {
  constructor(private readonly recordAct: RecordWorksAct) {}

  /** @throws DomainError rule-violated `acceptance.invalid`, conflict `works.act_not_possible` */
  async run(asked: WorksAsked, { enclosures, ...acceptance }: NewAcceptance): Promise<void> {
    await this.recordAct.run(asked, 'works.accepted', async (turn) => {
      const { tx, repository, works, act, version, today } = turn;
      await repository.move(works, 'accept', version);
      const { personId } = act.actor;
      const files = tx.of(EnclosureRepository);
      const photosAfter = await files.countLoosePhotos(personId, enclosures);
      const percent = works.milestone?.percent ?? 0;
      const startedOn = works.contract?.signedOn ?? today;
      assertNoFaults('acceptance.invalid', [
        ...assessAcceptance({ ...acceptance, photosAfter }, { percent, startedOn, today }),
        ...assessEnclosures(enclosures),
      ]);
      const { actNumber, acceptedOn, warrantyMonths } = acceptance;
      const accepted = {
        actNumber,
        acceptedOn,
        warrantyUntil: warrantyUntil(acceptedOn, warrantyMonths),
      };
      await repository.addAcceptance(act, accepted);
      const enclosing = { object: 'works-acceptance', objectId: act.id, personId } as const;
      await files.enclose(enclosing, enclosures);
      return accepted;
    });
  }
}
