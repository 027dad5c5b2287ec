import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import type { Upload } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { AssemblyFileRepository } from './assembly-file.repository.js';
import { assertStillWritten } from './hall-open.js';
import { KeepFile } from './keep-file.js';
import { MeetingActs, type MeetingInHand } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import type { AssemblyFileRow } from './meeting-row.js';
import { MeetingRepository } from './meeting.repository.js';

/** A paper beside an agenda item: a link, or an uploaded file. */
export interface PaperFields {
  readonly meetingId: string;
  readonly item: number;
  readonly title: OfficialText;
  readonly link: string | null;
  readonly upload: Upload | null;
}

/** The secretary adds what members are to read before the meeting. */
@Injectable()
export class AddAgendaPaper {
  constructor(
    private readonly acts: MeetingActs,
    private readonly files: KeepFile,
  ) {}

  async run(person: SignedIn, fields: PaperFields): Promise<void> {
    const { meetingId, upload } = fields;
    const add = (file: AssemblyFileRow | null) =>
      this.acts.run(person, { meetingId }, (inHand) => addPaper(inHand, fields, file));
    if (upload) await this.files.run(upload, add);
    else await add(null);
  }
}

async function addPaper(
  { tx, actor, meeting, now }: MeetingInHand,
  fields: PaperFields,
  file: AssemblyFileRow | null,
): Promise<void> {
  const { item: number, title, link } = fields;
  assertNoFaults('agenda.invalid', faultsOf(fields, file));
  await assertStillWritten(tx, meeting, 'writing.closed');
  const { id: itemId } = await tx.of(MeetingRepository).getItemForChange(meeting.id, number);
  const files = tx.of(AssemblyFileRepository);
  const { territoryKato: territory } = meeting;
  if (file) await files.add(file, { territory, by: actor.personId, at: now.at });
  const kept = file ? { link: null, fileId: file.id } : { link, fileId: null };
  await files.addPaper({ id: v7(), itemId, title, ...kept, at: now.at });
  const audited = auditedMeeting(meeting, 'meeting.paper_added', { after: { number, title } });
  await tx.of(AuditEntryRepository).add(actor, audited);
}

function faultsOf({ title, link }: PaperFields, file: AssemblyFileRow | null): readonly Fault[] {
  const languages = missingLanguages(title);
  const faults: Fault[] = [];
  if (languages.length > 0)
    faults.push({ code: 'agenda.paper_untitled', field: 'title', details: { languages } });
  if (file === null && link === null) faults.push({ code: 'file.missing', field: 'file' });
  return faults;
}
