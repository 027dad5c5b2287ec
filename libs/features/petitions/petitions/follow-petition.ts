import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type Fault, assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages } from '#rules/kernel/official-text.js';
import { assessAddressee } from '#rules/petitions/addressee.js';
import { assessWriting, type PetitionTexts } from '#rules/petitions/petition-draft.js';
import { PETITIONS_SINCE } from '#rules/rulebook/administrative-procedure-code.js';
import { DatabaseClock, startOfDay } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { newPetition, NO_TEXTS } from './new-petition.js';
import { openingTerms } from './opening-terms.js';
import { PetitionActRepository } from './petition-act.repository.js';
import { type AddresseeFields, changedTexts, digestOfTexts } from './petition-fields.js';
import { PETITION_OPENED, petitionEvent } from './petition.events.js';
import { actingAsChecker } from './petition.policy.js';
import { PetitionRepository } from './petition.repository.js';

/** A statutory petition as an officer reads it on the state portal. */
export interface PortalPetition {
  readonly addressee: AddresseeFields;
  readonly texts: Partial<PetitionTexts>;
  readonly portalUrl: string;
  /** Day of its publication there: its law and its window follow from it. */
  readonly openedOn: CivilDate;
}

/** An officer lets the town follow a statutory petition that people sign on the state portal. */
@Injectable()
export class FollowPetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns the id of the petition */
  async run(officer: SignedIn, followed: PortalPetition): Promise<string> {
    const id = v7();
    const { at, today } = await this.clock.now();
    const texts = changedTexts(NO_TEXTS, followed.texts);
    const { addressee, portalUrl, openedOn } = followed;
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const place = await petitions.getPlace(addressee.territory);
      const actor = actingAsChecker(officer, { deputyId: null, territoryPath: place.path });
      const { body } = addressee;
      assertNoFaults('petition.invalid', [
        ...assessAddressee({ body, level: place.level }, 'statutory'),
        ...titleFaults(texts),
        ...assessWriting(texts),
        ...dayFaults(openedOn, today),
      ]);
      const terms = openingTerms({ body, place, on: openedOn });
      const draft = newPetition({
        id,
        kind: 'statutory',
        deputyId: null,
        addressee,
        texts,
        portalUrl,
        at,
      });
      const number = await petitions.nextNumber(Number(today.slice(0, 4)));
      await petitions.add(draft);
      const openedAt = startOfDay(openedOn);
      const textDigest = digestOfTexts(texts);
      await petitions.move(draft, 'follow', { ...terms, number, textDigest, openedAt });
      await petitions.startTally(id);
      await tx.of(PetitionActRepository).addOpening({ petitionId: id, actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'petition.followed',
        objectKind: 'petition',
        objectId: id,
        territory: place.kato,
        after: { portalUrl, openedOn, threshold: terms.threshold },
      });
      await tx.of(OutboxRepository).add(petitionEvent(PETITION_OPENED, id));
    });
    return id;
  }
}

/** The state portal may have the texts in one language only; its title must be readable in both. */
function titleFaults({ title }: PetitionTexts): readonly Fault[] {
  const languages = missingLanguages(title);
  if (languages.length === 0) return [];
  return [{ code: 'petition.text_missing', field: 'title', details: { languages } }];
}

function dayFaults(openedOn: CivilDate, today: CivilDate): readonly Fault[] {
  const isPossible = PETITIONS_SINCE <= openedOn && openedOn <= today;
  if (isPossible) return [];
  const details = { from: PETITIONS_SINCE, until: today };
  return [{ code: 'petition.impossible_day', field: 'openedOn', details }];
}
