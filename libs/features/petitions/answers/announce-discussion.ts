import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type Fault, assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { assessDiscussion } from '#rules/petitions/petition-answer.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { discussionAnnounced } from './answer.events.js';
import { actingAsPreparer } from './answer.policy.js';
import { AnswerRepository } from './answer.repository.js';
import { assertAwaits, lockAwaiting } from './answered-petition.js';

export interface DiscussionFields {
  readonly heldOn: CivilDate;
  readonly place: OfficialText;
  readonly draft: OfficialText;
}

/** The addressee invites to a public discussion of its draft decision. */
@Injectable()
export class AnnounceDiscussion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(person: SignedIn, petitionId: string, fields: DiscussionFields): Promise<void> {
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { petition, addressed } = await lockAwaiting(tx, petitionId);
      const actor = actingAsPreparer(person, addressed);
      assertAwaits(petition);
      const discussion = { ...fields, announcedOn: today };
      assertNoFaults('petition-answer.invalid_discussion', [
        ...textFaults('place', fields.place),
        ...textFaults('draft', fields.draft),
        ...assessDiscussion(discussion, petition.rulesOn!),
      ]);
      await tx.of(AnswerRepository).addDiscussion({ petitionId, actor, at }, discussion);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'petition.discussion_announced',
        objectKind: 'petition',
        objectId: petitionId,
        territory: addressed.territory,
        after: { heldOn: fields.heldOn, place: fields.place },
      });
      await tx.of(OutboxRepository).add(discussionAnnounced(petitionId));
    });
  }
}

function textFaults(field: 'place' | 'draft', text: OfficialText): readonly Fault[] {
  const languages = missingLanguages(text);
  if (languages.length === 0) return [];
  return [{ code: 'petition-answer.text_missing', field, details: { languages } }];
}
