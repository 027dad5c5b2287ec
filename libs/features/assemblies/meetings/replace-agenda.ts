import { Injectable } from '@nestjs/common';
import { assessTitles } from '#rules/assemblies/meeting-form.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { AgendaRequestRepository } from './agenda-request.repository.js';
import { agendaFaults } from './convening-assessment.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import type { AgendaItemFields } from './meeting-fields.js';
import { MeetingRepository } from './meeting.repository.js';
import { agendaOf } from './new-meeting.js';

export interface AgendaChange {
  readonly meetingId: string;
  readonly agenda: readonly AgendaItemFields[];
  /** Version that the secretary saw; null: whichever there is. */
  readonly version: number | null;
}

/** The secretary writes the agenda of a planned meeting; a notice that is out fixes it. */
@Injectable()
export class ReplaceAgenda {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, { meetingId, agenda, version }: AgendaChange): Promise<void> {
    const rows = agendaOf(meetingId, agenda);
    await this.acts.run(person, { meetingId }, async ({ tx, actor, meeting, now }) => {
      assertCurrent(meeting.version, version);
      if (meeting.state !== 'planned')
        throw new DomainError('conflict', 'agenda.announced_already', { state: meeting.state });
      const { kind, heldOn, territoryKato: territory } = meeting;
      const faults = [...agendaFaults(kind, agenda, heldOn), ...assessTitles(agenda)];
      assertNoFaults('agenda.invalid', faults);
      await tx.of(MeetingRepository).replaceAgenda(meetingId, rows);
      const fields = { agenda };
      const { at } = now;
      await tx.of(AgendaRequestRepository).takeUp({ territory, agenda: rows, fields, actor, at });
      await tx.of(MeetingRepository).change(meeting, {});
      const after = { questions: agenda.map(({ question }) => question) };
      const audited = auditedMeeting(meeting, 'meeting.agenda_written', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
    });
  }
}
