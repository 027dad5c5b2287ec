import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { DeskRole } from '#rules/registry/desk-handover.js';

export const MATTER_KINDS = [
  'duty',
  'review',
  'petition',
  'inquiry',
  'budget',
  'works',
  'meeting',
  'minutes',
  'session',
] as const;

/** Something that is open on a desk. */
export interface OpenMatter {
  readonly kind: (typeof MATTER_KINDS)[number];
  /** With the kind: what it is, for comparison. */
  readonly id: string;
  /** As people know it: a number, a year; empty where it has none. */
  readonly number: string;
  /** The kind of a duty, or the title in the language of whoever wrote it. */
  readonly title: Partial<OfficialText>;
  readonly dueOn: CivilDate | null;
}

/** A desk with whoever sits at it. */
export interface DeskRow {
  readonly holdingId: string;
  readonly role: DeskRole;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly territoryPath: readonly string[];
  readonly post: OfficialText;
  readonly personId: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** A hand-over that is done, as everybody sees it. */
export interface HandedOverRow {
  readonly id: string;
  readonly role: DeskRole;
  readonly territoryName: OfficialText;
  readonly post: OfficialText;
  readonly outgoing: string;
  readonly incoming: string;
  readonly handedOn: CivilDate;
  readonly matters: number;
}

/** An act of hand-over, for those it concerns. */
export interface HandoverRow extends Omit<HandedOverRow, 'handedOn' | 'matters'> {
  readonly state: 'drawn' | 'handed-over' | 'cancelled';
  readonly handedOn: CivilDate | null;
  readonly territory: string;
  readonly territoryPath: readonly string[];
  readonly outgoingId: string;
  readonly incomingId: string;
  readonly ground: string;
  readonly open: readonly OpenMatter[];
  /** What came up between the drawing and the second signature; null before it. */
  readonly added: readonly OpenMatter[] | null;
  /** SHA-256 of the act, in hex. */
  readonly digest: string;
  readonly drawnPost: OfficialText;
  readonly drawnAt: Date;
  readonly signatures: readonly {
    readonly side: 'outgoing' | 'incoming';
    readonly at: string;
  }[];
}
