import type { Election } from '../election.js';
import type { Finding, ReadingMode } from './findings.js';

export interface ReadingOptions {
  readonly mode: ReadingMode;
  /** Keep the voters' districts (`neighborhood`) apart, for measures by district. */
  readonly keepDistricts?: boolean;
}

/** A file that could be read, with everything in it that was not as it should be. */
export interface PabulibFile {
  readonly kind: 'read';
  readonly meta: ReadonlyMap<string, string>;
  readonly election: Election;
  readonly oddities: readonly Finding[];
  /** Findings beyond the first thousand: counted, not kept. */
  readonly omitted: number;
}

/** A file that cannot be counted without doubt: every fault found, in sequence of lines. */
export interface UnreadableFile {
  readonly kind: 'unreadable';
  readonly faults: readonly Finding[];
  readonly oddities: readonly Finding[];
  readonly omitted: number;
}
