import type { CivilDate } from '#rules/kernel/civil-date.js';
import type {
  AgendaItemRow,
  AgendaPaperRow,
  AssemblyFileRow,
  MeetingRow,
  NoticeProofRow,
} from '#features/assemblies/meetings/meeting-row.js';
import { hasSeats } from '#rules/assemblies/body-kind.js';
import type { Wording } from '#platform/views/wording.js';
import { convenerWords } from '../../papers/minutes-words.js';
import { meetingName, meetingTag, meetingTime, overdueBadge } from './meeting-line.presenter.js';
import { personName } from '../_frame/person-name.js';

export interface ShownMeeting {
  readonly meeting: MeetingRow;
  readonly today: CivilDate;
}

/** A meeting: when and where, the notice, the agenda with papers and questions. */
export function presentMeeting({ meeting, today }: ShownMeeting, say: Wording) {
  const path = `/meetings/${meeting.id}`;
  const title = meetingName(meeting, say);
  return {
    title,
    crumbs: [{ text: say.t('assemblies.list.title'), path: '/assemblies' }, { text: title }],
    when: meetingTime(meeting, say),
    tag: meetingTag(meeting.state, say),
    cancelled: meeting.cancelledFor && say.official(meeting.cancelledFor).text,
    rows: factRows(meeting, say),
    watch: watchDoor(meeting, say),
    notice: noticePart(meeting, say),
    attend: meeting.state === 'convened' ? say.t('assemblies.meeting.attend') : undefined,
    agenda: meeting.agenda.map((item) => agendaLine(item, meeting, say)),
    minutes: meeting.minutesState === 'published' ? `/minutes/${meeting.minutesId}` : undefined,
    remarks:
      meeting.minutesState === 'under-remarks'
        ? `/minutes/${meeting.minutesId}/remarks`
        : undefined,
    overdue: overdueBadge(meeting, today, say),
    repeats: meeting.repeatsMinutesId ? `/minutes/${meeting.repeatsMinutesId}` : undefined,
    members: hasSeats(meeting.kind) ? `/assemblies/${meeting.territory}` : undefined,
    place: `/places/${meeting.territory}`,
    ics: `/${say.lang}${path}/calendar.ics`,
  };
}

function factRows(meeting: MeetingRow, say: Wording) {
  const row = (name: string, value: string) => ({ key: say.t(`assemblies.labels.${name}`), value });
  const { members, convener } = meeting;
  return [
    row('startsAt', say.dateTime(meeting.startsAt)),
    row('place', say.official(meeting.place).text),
    row('territory', say.official(meeting.territoryName).text),
    row('convener', convenerWords(convener, say)),
    ...(members === null ? [] : [row('members', membersWords(meeting, say))]),
  ];
}

function membersWords({ members, membersSource }: MeetingRow, say: Wording): string {
  const count = say.number(members ?? 0);
  return membersSource ? `${count} (${membersSource})` : count;
}

function watchDoor({ broadcastUrl, recordingUrl }: MeetingRow, say: Wording) {
  const address = recordingUrl ?? broadcastUrl;
  if (address === null) return undefined;
  const key = recordingUrl ? 'recording' : 'broadcast';
  return { text: say.t(`assemblies.meeting.${key}`), address };
}

function noticePart(meeting: MeetingRow, say: Wording) {
  if (meeting.noticeOn === null) return undefined;
  const { text, lang } = say.official(meeting.notice);
  const path = `/${say.lang}/meetings/${meeting.id}/notice.pdf`;
  return {
    on: say.t('assemblies.meeting.noticeOn', { day: say.date(meeting.noticeOn) }),
    channels: meeting.channels,
    paragraphs: text === '' ? [] : text.split(/\n+/),
    lang,
    proofs: meeting.proofs.map((proof) => proofLine(proof, say)),
    pdf: path,
  };
}

export function proofLine({ channel, postedOn, link, file }: NoticeProofRow, say: Wording) {
  return {
    text: say.t('assemblies.meeting.proof', { channel, day: say.date(postedOn) }),
    src: link ?? fileAddress(file!),
  };
}

function agendaLine(item: AgendaItemRow, meeting: MeetingRow, say: Wording) {
  const { id, number, question, title, rapporteur, papers, questions, reportUrl } = item;
  const mayAsk = meeting.state === 'convened';
  return {
    id,
    number,
    title: say.official(title).text,
    lang: say.official(title).lang,
    question: say.t(`assemblyQuestions.${question}`),
    rapporteur: rapporteur && `${say.t('assemblies.labels.rapporteur')}: ${rapporteur}`,
    papers: papers.map((paper) => paperLine(paper, say)),
    report: reportUrl ?? undefined,
    questions: questions.map(({ asker, text, language, answer }) => ({
      asker: personName(asker, say),
      text,
      language,
      answer: answer ? say.official(answer).text : undefined,
    })),
    ask: mayAsk ? `/meetings/${meeting.id}/items/${number}/question` : undefined,
  };
}

export function paperLine({ title, link, file }: AgendaPaperRow, say: Wording) {
  const { text, lang } = say.official(title);
  const src = link ?? fileAddress(file!);
  return { text, lang, src, ...(file ? { detail: file.shownName } : {}) };
}

function fileAddress({ storedName }: AssemblyFileRow): string {
  return `/assembly-files/${storedName}`;
}
