import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type Fault, assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages } from '#rules/kernel/official-text.js';
import { assessAddressee } from '#rules/petitions/addressee.js';
import { assessWriting, type PetitionTexts } from '#rules/petitions/petition-draft.js';
import { nextState } from '#rules/petitions/petition-lifecycle.js';
import { PETITIONS_SINCE } from '#rules/rulebook/administrative-procedure-code.js';
import { DatabaseClock, startOfDay } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { newPetition, NO_TEXTS } from './new-petition.js';
import { openingTerms } from './opening-terms.js';
import { auditedAct } from './petition-audit.js';
import { PetitionActRepository } from './petition-act.repository.js';
import { type AddresseeFields, changedTexts, digestOfTexts } from './petition-fields.js';
import type { PetitionPlace } from './petition-place.js';
import { PETITION_OPENED, petitionEvent } from './petition.events.js';
import { actingAsChecker } from './petition.policy.js';
import type { PetitionRecord } from './petition.record.js';
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
    const now = await this.clock.now();
    const texts = changedTexts(NO_TEXTS, followed.texts);
    await this.unitOfWork.run(async (tx) => {
      const petitions = tx.of(PetitionRepository);
      const place = await petitions.getPlace(followed.addressee.territory);
      const actor = actingAsChecker(officer, { deputyId: null, territoryPath: place.path });
      const faults = faultsOf({ followed, texts, place, today: now.today });
      assertNoFaults('petition.invalid', faults);
      const number = await petitions.nextNumber(Number(now.today.slice(0, 4)));
      const petition = published({ id, number, followed, texts, place, at: now.at });
      await petitions.add(petition);
      await petitions.startTally(id);
      await tx.of(PetitionActRepository).addOpening({ petitionId: id, actor, at: now.at });
      const { portalUrl, threshold, rulesOn } = petition;
      const entry = { after: { portalUrl, openedOn: rulesOn, threshold } };
      const audited = auditedAct(petition, 'petition.followed', entry);
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(petitionEvent(PETITION_OPENED, id));
    });
    return id;
  }
}

interface Followed {
  readonly followed: PortalPetition;
  readonly texts: PetitionTexts;
  readonly place: PetitionPlace;
}

function faultsOf({ followed, texts, place, today }: Followed & { readonly today: CivilDate }) {
  const { body } = followed.addressee;
  return [
    ...assessAddressee({ body, level: place.level }, 'statutory'),
    ...titleFaults(texts),
    ...assessWriting(texts),
    ...dayFaults(followed.openedOn, today),
  ];
}

interface Publication extends Followed {
  readonly id: string;
  readonly number: string;
  readonly at: Date;
}

/** A petition that was checked and published on the state portal: open from that day. */
function published({ id, number, followed, texts, place, at }: Publication): PetitionRecord {
  const { addressee, portalUrl, openedOn } = followed;
  const kind = 'statutory';
  const draft = newPetition({ id, kind, deputyId: null, addressee, texts, portalUrl, at });
  return {
    ...draft,
    ...openingTerms({ body: addressee.body, place, on: openedOn, overrides: [] }),
    number,
    state: nextState(draft.state, 'follow'),
    textDigest: digestOfTexts(texts),
    openedAt: startOfDay(openedOn),
  };
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
