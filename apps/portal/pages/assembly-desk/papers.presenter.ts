import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName, meetingTime } from '../assemblies/meeting-line.presenter.js';
import { paperLine } from '../assemblies/meeting.presenter.js';

const TEXTS = ['titleKk', 'titleRu', 'link'];

/** The agenda with its papers, and the form of one more while the minutes are not shown yet. */
export function presentPapers(meeting: MeetingRow, { fields, faults }: SentForm, say: Wording) {
  const { id, agenda, minutesState } = meeting;
  return {
    title: say.t('assemblyDesk.papers.title'),
    caption: `${meetingName(meeting, say)}. ${meetingTime(meeting, say)}`,
    back: `/assembly-desk/meetings/${id}`,
    action: `/assembly-desk/meetings/${id}/papers`,
    faults,
    agenda: agenda.map(({ title, papers }) => ({
      title: say.official(title).text,
      papers: papers.map((paper) => paperLine(paper, say)),
    })),
    mayAdd: minutesState === null || minutesState === 'draft',
    items: agenda.map(({ number, title }) => ({
      value: String(number),
      text: `${number}. ${say.official(title).text}`,
    })),
    chosen: fields?.text('item') ?? '',
    values: Object.fromEntries(TEXTS.map((name) => [name, fields?.text(name) ?? ''])),
  };
}
