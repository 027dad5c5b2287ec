import type { TerritoryRow } from './territory.reader.js';

/** What is wrong in one line of a file; the header is line 1. */
export interface LineFault {
  readonly line: number;
  readonly code: string;
  readonly column?: string;
  readonly value?: string;
}

/** A unit before it is known what stands above it; `path` is worked out with the whole tree. */
export interface UnitOnLine {
  readonly line: number;
  readonly unit: Omit<TerritoryRow, 'path'>;
}
