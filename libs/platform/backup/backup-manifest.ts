/** What a backup holds; the last entry of its file, `manifest.json`. */
export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT;
  /** The moment of the snapshot by the database's clock, RFC 3339. */
  readonly madeAt: string;
  readonly postgres: string;
  /** Changes of the schema that the database had seen, in order. */
  readonly migrations: readonly string[];
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly SavedSequence[];
  readonly files: readonly SavedEntry[];
  /** Secrets that are kept apart and without which the backup is of little use. */
  readonly keys: readonly KeyPrint[];
}

/** One entry of the backup's file. */
export interface SavedEntry {
  readonly name: string;
  readonly sha256: string;
}

export interface SavedTable extends SavedEntry {
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface SavedSequence {
  readonly name: string;
  /** Null where nothing was taken from it yet. */
  readonly lastValue: string | null;
}

/** Enough to recognise a key, nothing to make it from. */
export interface KeyPrint {
  readonly name: string;
  readonly print: string;
}

export const BACKUP_FORMAT = 'qatysu-backup-1';
export const MANIFEST_ENTRY = 'manifest.json';

/** Rows of all tables together. */
export function countRows({ tables }: BackupManifest): number {
  return tables.reduce((sum, table) => sum + table.rows, 0);
}

/** Where the rows of a table lie in the backup's file. */
export function tableEntryOf(table: string): string {
  return `tables/${table}.copy`;
}

/** Where an uploaded file lies in the backup's file. */
export function fileEntryOf(name: string): string {
  return `files/${name}`;
}
