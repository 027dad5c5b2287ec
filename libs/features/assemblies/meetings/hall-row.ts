import type { Stay } from '#rules/assemblies/attendance.js';

/** Delegates and residents count for the quorum, guests do not. */
export type HallPersonKind = 'delegate' | 'participant' | 'guest';

/** Somebody who is or was in the hall. */
export interface HallPersonRow {
  readonly id: string;
  readonly kind: HallPersonKind;
  readonly fullName: string;
  readonly residence: string | null;
}

/** The hall of a meeting with every arrival and leaving; instants are RFC 3339 texts. */
export interface HallRow {
  readonly people: readonly HallPersonRow[];
  readonly stays: readonly Stay[];
}
