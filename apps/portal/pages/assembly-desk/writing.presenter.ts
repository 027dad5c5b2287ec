import type { ItemQuestionRow, MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import type { UnitWordings } from '#features/assemblies/wordings/wording-row.js';
import type { LinkedObjectRow } from '#features/assemblies/writings/linked-object.reader.js';
import type { HallPersonRow } from '#features/assemblies/meetings/hall-row.js';
import type {
  ConflictingWritingRow,
  ItemWritingRow,
} from '#features/assemblies/writings/writing-row.js';
import type { Wording } from '#platform/views/wording.js';
import { meetingName, meetingTime } from '../assemblies/meeting-line.presenter.js';
import { presentLinks, presentRecordingTime } from './links-field.presenter.js';
import { presentPhrases } from './phrase-bank.js';
import { presentVotes } from './votes-field.presenter.js';
import { personName } from '../_frame/person-name.js';

export interface WritingTable {
  readonly meeting: MeetingRow;
  readonly people: readonly HallPersonRow[];
  /** Lines of the unit's budgets, which a decision may be bound to. */
  readonly lines: readonly LinkedObjectRow[];
  /** Phrases that the unit keeps, beside those of the catalogue. */
  readonly wordings: UnitWordings;
  /** What stands, item by item. */
  readonly written: readonly ItemWritingRow[];
  /** Number of the item that is voted on by name. */
  readonly named: number | null;
  /** Who writes: another person's unsent writings are not taken over. */
  readonly writer: string;
  readonly now: Date;
  /** A fresh id for everything that a plain form sends. */
  readonly newId: () => string;
}

/** The page's words, and both languages of the minutes. */
export type TableWording = Readonly<Record<'page' | 'kk' | 'ru', Wording>>;

/** The page on which minutes are written while the meeting goes on. */
export function presentWritingTable(table: WritingTable, say: TableWording) {
  const { meeting, people, writer } = table;
  const path = `/assembly-desk/meetings/${meeting.id}`;
  const phrases = presentPhrases(table.wordings, say);
  return {
    title: say.page.t('assemblyDesk.writing.title'),
    caption: `${meetingName(meeting, say.page)}, ${meetingTime(meeting, say.page)}`,
    back: path,
    address: `${path}/writings`,
    madeAt: table.now.toISOString(),
    shelf: `${meeting.id}:${writer}`,
    speakers: people.map(({ fullName }) => fullName),
    lines: table.lines.map((line) => ({
      value: line.number,
      text: say.page.official(line.title).text,
    })),
    items: table.written.map((item) => ({
      ...presentItem(item, table, say.page),
      votes: votesOf(item, table, say.page),
      links: presentLinks(item, table.newId(), say.page),
      recording: presentRecordingTime(item, table.newId()),
      phrases,
    })),
  };
}

function presentItem(item: ItemWritingRow, { meeting, newId }: WritingTable, say: Wording) {
  const { number, speeches, versions, conflicts } = item;
  const agenda = meeting.agenda.find((each) => each.number === number)!;
  const field = (id: string) => ({ key: `speech-${id}`, item: number, field: `speech:${id}` });
  return {
    number,
    title: say.official(agenda.title).text,
    question: say.t(`assemblyQuestions.${agenda.question}`),
    action: `/assembly-desk/meetings/${meeting.id}/items/${number}`,
    asked: agenda.questions.map((question) => askedPart(question, meeting.id, say)),
    conflicts: conflicts.map((conflict) => presentConflict(conflict, newId(), say)),
    heard: textsOf('heard', item, newId, say),
    decision: textsOf('decision', item, newId, say),
    speeches: [
      ...speeches.map(({ id, speaker, text }) => {
        const version = versions[`speech:${id}`] ?? 0;
        return { ...field(id), version, op: newId(), speaker, text };
      }),
      { ...field(newId()), version: 0, op: newId(), speaker: '', text: '' },
    ],
    newSpeech: { ...field(''), key: `new-${number}`, version: 0, op: '', speaker: '', text: '' },
  };
}

/** A question with its answer so far; both languages go into the minutes. */
function askedPart(
  { id, asker, text, language, answer }: ItemQuestionRow,
  meetingId: string,
  say: Wording,
) {
  return {
    id,
    asker: personName(asker, say),
    text,
    language,
    kk: answer?.kk ?? '',
    ru: answer?.ru ?? '',
    action: `/assembly-desk/meetings/${meetingId}/questions/${id}`,
  };
}

function textsOf(
  name: 'heard' | 'decision',
  item: ItemWritingRow,
  newId: () => string,
  say: Wording,
) {
  return {
    legend: say.t(`assemblies.headings.${name}`),
    texts: (['kk', 'ru'] as const).map((lang) => ({
      key: `${name}-${lang}-${item.number}`,
      field: `${name}-${lang}`,
      item: item.number,
      version: item.versions[`${name}-${lang}`] ?? 0,
      op: newId(),
      lang,
      text: say.t(`assemblyDesk.languages.${lang}`),
      value: item[name][lang],
    })),
  };
}

function presentConflict(
  { op, field, value, writer, writtenAt }: ConflictingWritingRow,
  newOp: string,
  say: Wording,
) {
  const name = field.startsWith('speech:') ? 'speech' : field;
  return {
    op,
    newOp,
    field: say.t(`assemblyDesk.fields.${name}`),
    who: writer,
    when: say.dateTime(new Date(writtenAt)),
    text: conflictWords(value, say),
  };
}

function conflictWords(value: ConflictingWritingRow['value'], say: Wording): string {
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'speech') return `${value.speech.speaker}: ${value.speech.text}`;
  return say.t('assemblyDesk.writing.otherValue');
}

function votesOf(
  item: ItemWritingRow,
  { meeting, people, named, newId }: WritingTable,
  say: Wording,
) {
  const field = {
    item,
    counted: people.filter(({ kind }) => kind !== 'guest'),
    isNamed: named === item.number,
    op: newId(),
    path: `/assembly-desk/meetings/${meeting.id}/writing`,
  };
  return presentVotes(field, say);
}
