import { isRecord, isText, isWholeNumber, type Unread } from './json-shape.js';

/** What an archive's record of its count is compared with. */
export interface CountRecord {
  readonly id: string;
  readonly ballots: number;
  /** Hexadecimal SHA-256 of each pot's election file, by KATO code. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads what a check needs of `count.json`; null where it does not stand there. */
export function parseCountRecord(value: unknown): CountRecord | null {
  if (!isRecord(value)) return null;
  const { id, ballots, files } = value;
  if (!isText(id) || !isWholeNumber(ballots) || !isFiles(files)) return null;
  return { id, ballots, files };
}

function isFiles(value: unknown): value is Unread & Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isText);
}
