import { QUARANTINE_AIMS, type QuarantineAim } from '../integrity/quarantine.js';
import { isListOf, isRecord, isText } from './json-shape.js';

/** What a check needs of a line of `quarantines.jsonl`. */
export interface QuarantineRecord {
  readonly id: string;
  readonly aim: QuarantineAim;
  /** The batch: the same when it is set aside and when it is released. */
  readonly quarantine: string;
  /** Hexadecimal digests of the receipts of its ballots. */
  readonly receipts: readonly string[];
}

/** Reads such a line; null for anything else. */
export function parseQuarantineRecord(line: string): QuarantineRecord | null {
  const value = jsonOf(line);
  if (!isRecord(value)) return null;
  const { id, quarantine, receipts } = value;
  const aim = QUARANTINE_AIMS.find((one) => one === value['aim']);
  if (!aim || !isText(id) || !isText(quarantine) || !isListOf(receipts, isText)) return null;
  return { id, aim, quarantine, receipts };
}

/**
 * Digests of the receipts that do not count after all these decisions.
 *
 * @example quarantinedReceipts([setAside, released]) // → empty, where both are of one batch
 */
export function quarantinedReceipts(records: readonly QuarantineRecord[]): ReadonlySet<string> {
  const released = new Set(
    records.filter(({ aim }) => aim === 'release').map(({ quarantine }) => quarantine),
  );
  const standing = records.filter(({ quarantine }) => !released.has(quarantine));
  return new Set(standing.flatMap(({ receipts }) => receipts));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
