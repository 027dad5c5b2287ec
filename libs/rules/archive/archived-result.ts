import type { OfficialText } from '../kernel/official-text.js';
import { isListOf, isRecord, isText, isWholeNumber } from './json-shape.js';

/** A project as the published result has it. Sums are in tenge. */
export interface ArchivedProject {
  /** Id in the election file. */
  readonly id: string;
  readonly number: number;
  readonly title: OfficialText;
  readonly cost: string;
  readonly votes: number;
  readonly points: number;
  /** Of the closed list of outcomes. */
  readonly outcome: string;
}

export interface ArchivedPot {
  readonly territory: string;
  readonly voters: number;
  /** What the winners of the count cost. */
  readonly cost: string;
  /** Ids in the sequence of selection. */
  readonly winners: readonly string[];
  /** Winners without those that the Expert Council struck out. */
  readonly confirmed: readonly string[];
  readonly projects: readonly ArchivedProject[];
}

/** A winner that the Expert Council struck out afterwards. */
export interface ArchivedStrike {
  readonly pot: string;
  readonly id: string;
  readonly ground: string;
  readonly text: OfficialText;
}

/** What ballots that are set aside chose: projects of ten and more of them, the others together. */
export interface ArchivedQuarantine {
  readonly ballots: number;
  readonly projects: readonly {
    readonly pot: string;
    readonly id: string;
    readonly votes: number;
  }[];
  /** Votes for all other projects. */
  readonly rest: number;
}

/** The published result of a round, as `result.json` tells it. */
export interface ArchivedResult {
  readonly round: string;
  /** Ballots that count. */
  readonly ballots: number;
  readonly pots: readonly ArchivedPot[];
  readonly struck: readonly ArchivedStrike[];
  /** Absent where every ballot counts. */
  readonly quarantined?: ArchivedQuarantine;
}

/** Reads what a recount needs; null where it does not stand there. */
export function parseArchivedResult(value: unknown): ArchivedResult | null {
  return isResult(value) ? value : null;
}

function isResult(value: unknown): value is ArchivedResult {
  return (
    isRecord(value) &&
    isText(value['round']) &&
    isWholeNumber(value['ballots']) &&
    isListOf(value['pots'], isPot) &&
    isListOf(value['struck'], isStrike) &&
    (value['quarantined'] === undefined || isQuarantine(value['quarantined']))
  );
}

function isQuarantine(value: unknown): value is ArchivedQuarantine {
  return isRecord(value) && isWholeNumber(value['ballots']);
}

function isPot(value: unknown): value is ArchivedPot {
  return (
    isRecord(value) &&
    isText(value['territory']) &&
    isWholeNumber(value['voters']) &&
    isText(value['cost']) &&
    isListOf(value['winners'], isText) &&
    isListOf(value['confirmed'], isText) &&
    isListOf(value['projects'], isProject)
  );
}

function isProject(value: unknown): value is ArchivedProject {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isText(value['cost']) &&
    isWholeNumber(value['votes']) &&
    isWholeNumber(value['points']) &&
    isText(value['outcome'])
  );
}

function isStrike(value: unknown): value is ArchivedStrike {
  return isRecord(value) && isText(value['pot']) && isText(value['id']);
}
