import type { ArchivedQuarantine } from './archived-result.js';
import { isListOf, isRecord, isText, isWholeNumber, type Unread } from './json-shape.js';

/** What an archive's record of its count is compared with. */
export interface CountRecord {
  readonly id: string;
  readonly ballots: number;
  /** Hexadecimal SHA-256 of each pot's election file, by KATO code. */
  readonly files: Readonly<Record<string, string>>;
  /** Null where every ballot was counted. */
  readonly quarantined: ArchivedQuarantine | null;
}

/** Reads what a check needs of `count.json`; null where it does not stand there. */
export function parseCountRecord(value: unknown): CountRecord | null {
  if (!isRecord(value)) return null;
  const { id, ballots, files } = value;
  if (!isText(id) || !isWholeNumber(ballots) || !isFiles(files)) return null;
  const quarantined = quarantineIn(value['outcome']);
  return { id, ballots, files, quarantined };
}

/** As the published result writes the same totals. */
function quarantineIn(outcome: unknown): ArchivedQuarantine | null {
  const found = isRecord(outcome) ? outcome['quarantined'] : undefined;
  if (!isRecord(found) || !isListOf(found['shown'], isRecord)) return null;
  const projects = found['shown'].map(({ pot, id, count }) => ({
    pot: String(pot),
    id: String(id),
    votes: Number(count),
  }));
  return { ballots: Number(found['ballots']), projects, rest: Number(found['rest']) };
}

function isFiles(value: unknown): value is Unread & Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isText);
}
