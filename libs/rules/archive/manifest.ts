import { ARCHIVE_FORMAT } from './archive-paths.js';
import { isRecord, isWholeNumber } from './json-shape.js';

/** One file of an archive as its manifest tells it. */
export interface ManifestEntry {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  readonly round: string;
  /** By path; the manifest itself is not among them. */
  readonly files: readonly ManifestEntry[];
}

const DIGEST = /^[0-9a-f]{64}$/;

/** A manifest as text, the files in the sequence of their paths. */
export function manifestText({ round, files }: Manifest): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const rows = sorted.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  return `${JSON.stringify({ format: ARCHIVE_FORMAT, round, files: rows }, null, 2)}\n`;
}

/** Reads such a text; null for anything else, a path that stands twice among it. */
export function parseManifest(value: unknown): Manifest | null {
  if (!isRecord(value) || value['format'] !== ARCHIVE_FORMAT) return null;
  const { round, files } = value;
  if (typeof round !== 'string' || !Array.isArray(files) || !files.every(isEntry)) return null;
  const isOnce = new Set(files.map(({ path }) => path)).size === files.length;
  return isOnce ? { round, files } : null;
}

function isEntry(value: unknown): value is ManifestEntry {
  if (!isRecord(value)) return false;
  const { path, bytes, sha256 } = value;
  return (
    typeof path === 'string' &&
    isWholeNumber(bytes) &&
    typeof sha256 === 'string' &&
    DIGEST.test(sha256)
  );
}
