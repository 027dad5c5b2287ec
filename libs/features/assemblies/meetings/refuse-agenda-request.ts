import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { AgendaRequestReader } from './agenda-request.reader.js';
import { AgendaRequestRepository } from './agenda-request.repository.js';

/** The secretary does not put a petition on an agenda, and says why. */
@Injectable()
export class RefuseAgendaRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly requests: AgendaRequestReader,
  ) {}

  async run(person: SignedIn, id: string, reasons: OfficialText): Promise<void> {
    const { territory, territoryPath } = await this.requests.get(id);
    const actor = actingAs(person, ['secretary'], territoryPath);
    const languages = missingLanguages(reasons);
    const fault = { code: 'agenda.reasons_missing', field: 'reasons', details: { languages } };
    assertNoFaults('agenda.invalid', languages.length > 0 ? [fault] : []);
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await tx.of(AgendaRequestRepository).refuse(id, { reasons, actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'meeting.agenda_request_refused',
        objectKind: 'agenda-request',
        objectId: id,
        territory,
        after: { reasons },
      });
    });
  }
}
