import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import type { Upload } from '#platform/files/uploads.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { AssemblyFileRepository } from './assembly-file.repository.js';
import { KeepFile } from './keep-file.js';
import { MeetingActs, type MeetingInHand } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import type { AssemblyFileRow } from './meeting-row.js';

/** That the notice hung or was sent: a photo of the board, a scan, an address. */
export interface ProofFields {
  readonly meetingId: string;
  readonly channel: string;
  readonly postedOn: CivilDate;
  readonly link: string | null;
  readonly upload: Upload | null;
}

/** The secretary keeps a proof of the notice; it is never changed afterwards. */
@Injectable()
export class ProveNotice {
  constructor(
    private readonly acts: MeetingActs,
    private readonly files: KeepFile,
  ) {}

  async run(person: SignedIn, fields: ProofFields): Promise<void> {
    const { meetingId, upload } = fields;
    const add = (file: AssemblyFileRow | null) =>
      this.acts.run(person, { meetingId }, (inHand) => addProof(inHand, fields, file));
    if (upload) await this.files.run(upload, add);
    else await add(null);
  }
}

async function addProof(
  { tx, actor, meeting, now }: MeetingInHand,
  fields: ProofFields,
  file: AssemblyFileRow | null,
): Promise<void> {
  assertNoFaults('notice.invalid', faultsOf(fields, { meeting, file, today: now.today }));
  const { channel, postedOn, link } = fields;
  const files = tx.of(AssemblyFileRepository);
  const added = { by: actor.personId, at: now.at };
  if (file) await files.add(file, { territory: meeting.territoryKato, ...added });
  const { id: meetingId } = meeting;
  const fileId = file?.id ?? null;
  await files.addProof({ id: v7(), meetingId, channel, postedOn, link, fileId, ...added });
  const after = { channel, postedOn };
  const audited = auditedMeeting(meeting, 'meeting.notice_proved', { after });
  await tx.of(AuditEntryRepository).add(actor, audited);
}

interface Proving {
  readonly meeting: MeetingInHand['meeting'];
  readonly file: AssemblyFileRow | null;
  readonly today: CivilDate;
}

function faultsOf(
  { channel, postedOn, link }: ProofFields,
  { meeting, file, today }: Proving,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (meeting.noticeOn === null) faults.push({ code: 'notice.not_out_yet' });
  if (channel.trim() === '') faults.push({ code: 'convening.no_channel', field: 'channel' });
  if (postedOn > today) faults.push({ code: 'notice.posted_in_future', field: 'postedOn' });
  if (file === null && link === null) faults.push({ code: 'file.missing', field: 'file' });
  return faults;
}
