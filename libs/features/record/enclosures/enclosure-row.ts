import type { MediaKind } from '#platform/files/media-kind.js';

/** What a file can lie beside. */
export type EnclosedObject =
  | 'petition-answer'
  | 'inquiry-answer'
  | 'deputy-report'
  | 'works-milestone'
  | 'works-acceptance'
  | 'resident-report'
  | 'dismissal-act'
  | 'monitoring-report'
  | 'session-material'
  | 'maslikhat-decision'
  | 'budget-hearing';

/** A file as everybody sees it. */
export interface EnclosureRow {
  readonly id: string;
  readonly name: string;
  readonly kind: MediaKind;
  readonly mediaType: string;
  readonly storedName: string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes, in hex. */
  readonly sha256: string;
}
