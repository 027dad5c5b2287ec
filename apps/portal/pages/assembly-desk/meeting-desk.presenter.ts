import type { HallPersonRow } from '#features/assemblies/meetings/hall-row.js';
import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { meetingName, meetingTag, meetingTime } from '../assemblies/meeting-line.presenter.js';
import { dayField } from '../deputy-register/day-in-form.js';

export interface MeetingOnDesk {
  readonly meeting: MeetingRow;
  readonly people: readonly HallPersonRow[];
  readonly today: CivilDate;
  readonly sent: SentForm;
}

/** What can be done with a meeting now, step by step. */
export function presentMeetingDesk({ meeting, people, sent, today }: MeetingOnDesk, say: Wording) {
  const path = `/assembly-desk/meetings/${meeting.id}`;
  const { state, minutesId, heldOn } = meeting;
  const isOver = state === 'held' || state === 'without-quorum';
  return {
    title: meetingName(meeting, say),
    caption: meetingTime(meeting, say),
    tag: meetingTag(state, say),
    path,
    faults: sent.faults,
    errors: sent.faults?.fields ?? {},
    isPlanned: state === 'planned',
    mayCancel: state === 'planned' || state === 'convened',
    mayOpen: state === 'convened' && heldOn <= today,
    isUnderWay: state === 'under-way',
    takesMinutes: (isOver || state === 'under-way') && minutesId === null,
    publicPage: state === 'planned' ? undefined : `/meetings/${meeting.id}`,
    notices: (['kk', 'ru'] as const).map((lang) => ({
      text: say.t(`assemblyDesk.meeting.notice.${lang}`),
      lang,
      src: `/${lang}/meetings/${meeting.id}/notice.pdf`,
    })),
    minutes: minutesId === null ? undefined : `/assembly-desk/minutes/${minutesId}`,
    papers: `${path}/papers`,
    posting: `${path}/posting`,
    attendance: state === 'planned' || state === 'cancelled' ? undefined : `${path}/attendance`,
    writing: isOver || state === 'under-way' ? `${path}/writing` : undefined,
    people: [
      { value: '', text: say.t('assemblyDesk.meeting.byPost') },
      ...people.map(({ id, fullName }) => ({ value: id, text: fullName })),
    ],
    agenda: meeting.agenda.map(({ title }) => say.official(title).text),
    ...formsOf(meeting, sent, today, say),
  };
}

function formsOf(meeting: MeetingRow, sent: SentForm, today: CivilDate, say: Wording) {
  const [year, month, day] = today.split('-');
  const legend = say.t('assemblyDesk.convene.noticeDay');
  const field = dayField('notice', legend, sent);
  const text = (name: string) => sent.fields?.text(name) ?? '';
  const names = ['channels', 'noticeTextKk', 'noticeTextRu', 'reasonsKk', 'reasonsRu'];
  return {
    notice: sent.fields ? field : { ...field, day, month, year },
    values: {
      ...Object.fromEntries(names.map((name) => [name, text(name)])),
      broadcastUrl: text('broadcastUrl') || (meeting.broadcastUrl ?? ''),
      recordingUrl: text('recordingUrl') || (meeting.recordingUrl ?? ''),
    },
  };
}
