import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName, meetingTime } from '../assemblies/meeting-line.presenter.js';
import { proofLine } from '../assemblies/meeting.presenter.js';
import { dayField } from '../deputy-register/day-in-form.js';

/** The proofs of a notice, and the form of one more once the notice is out. */
export function presentPosting(meeting: MeetingRow, sent: SentForm, say: Wording) {
  const { id, noticeOn, proofs } = meeting;
  const { fields, faults } = sent;
  const legend = say.t('assemblyDesk.posting.day');
  return {
    title: say.t('assemblyDesk.posting.title'),
    caption: `${meetingName(meeting, say)}. ${meetingTime(meeting, say)}`,
    back: `/assembly-desk/meetings/${id}`,
    action: `/assembly-desk/meetings/${id}/posting`,
    faults,
    proofs: proofs.map((proof) => proofLine(proof, say)),
    mayAdd: noticeOn !== null,
    postedOn: dayField('postedOn', legend, sent, noticeOn ?? undefined),
    values: { channel: fields?.text('channel') ?? '', link: fields?.text('link') ?? '' },
  };
}
