import type { Opening } from '../ledger/opening.js';
import { isListOf, isRecord, isText, isWholeNumber } from './json-shape.js';

/** An opening as it is read back, with the numbers on the ballot that were chosen. */
export interface ReadOpening extends Opening {
  readonly choices: readonly number[];
}

/** Reads a line of `openings.jsonl`; null for anything else. */
export function parseOpeningLine(line: string): ReadOpening | null {
  const value = jsonOf(line);
  if (!isRecord(value)) return null;
  const { leaf, ballot, salt } = value;
  const isLinked = isWholeNumber(leaf) && isText(salt);
  const isUnlinked = leaf === null && salt === null;
  if (!isText(ballot) || !(isLinked || isUnlinked)) return null;
  const opened = jsonOf(ballot);
  if (!isRecord(opened) || !isListOf(opened['choices'], isWholeNumber)) return null;
  return { leaf, ballot, salt, choices: opened['choices'] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
