import type { WritingTable } from '#apps/portal/pages/assembly-desk/writing.presenter.js';
import type { ItemWritingRow } from '#features/assemblies/writings/writing-row.js';
import type { AgendaItemRow, MeetingRow } from '#features/assemblies/meetings/meeting-row.js';

const both = (kk: string, ru: string) => ({ kk, ru });

/** A meeting of two items under way, with nothing written yet. */
export function aWritingTable(newId: () => string): WritingTable {
  return {
    meeting: {
      id: 'm',
      kind: 'assembly',
      part: null,
      territoryName: both('Ақбұлақ', 'Акбулак'),
      startsAt: new Date('2026-11-20T05:00:00Z'),
      agenda: [itemOf(1), itemOf(2)],
    } as unknown as MeetingRow,
    lines: [],
    wordings: { kept: [], putAway: [] },
    people: [{ id: 'a', kind: 'delegate', fullName: 'Үсенов Асан', residence: null }],
    written: [writtenOf(1), writtenOf(2)],
    named: null,
    writer: 'w',
    now: new Date(),
    newId,
  };
}

function itemOf(number: number): AgendaItemRow {
  return {
    id: `i${number}`,
    number,
    question: 'budget',
    title: both('Бюджет', 'Бюджет'),
    rapporteur: null,
    links: [],
    reportUrl: null,
    papers: [],
    questions: [],
    version: 1,
  };
}

function writtenOf(number: number): ItemWritingRow {
  return {
    number,
    itemId: `i${number}`,
    version: 1,
    heard: both('', ''),
    decision: both('', ''),
    speeches: [],
    votes: null,
    links: [],
    recordingSeconds: null,
    versions: {},
    conflicts: [],
  };
}
