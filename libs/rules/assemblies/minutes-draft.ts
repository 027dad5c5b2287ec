import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { AgendaVotes } from './agenda-votes.js';

/** What a decision may be bound to; texts for people are `minutes.links.<code>`. */
export const LINK_KINDS = ['project', 'proposal', 'petition', 'budget-line'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

/** A link of a decision to what it decides on. */
export interface DecisionLink {
  readonly kind: LinkKind;
  readonly id: string;
  /** What the decision gives to it; null where it names no sum. */
  readonly amountTiyn: Tiyn | null;
}

/** Somebody who was present, as the list of the minutes names them. */
export interface ListedMember {
  readonly memberId: string;
  readonly fullName: string;
}

/** One agenda item: heard, spoken to, decided. */
export interface MinutesItem {
  readonly title: OfficialText;
  readonly heard: OfficialText;
  /** Each in the language in which it was said. */
  readonly speeches: readonly { readonly speaker: string; readonly text: string }[];
  /** Null where the item was not put to the vote. */
  readonly votes: AgendaVotes | null;
  /** Members present at the moment of the vote, or when the item was reached and not decided. */
  readonly presentIds: readonly string[];
  readonly decision: OfficialText;
  readonly links: readonly DecisionLink[];
}

/** Minutes as they are about to be signed. */
export interface MinutesDraft {
  readonly heldOn: CivilDate;
  readonly place: OfficialText;
  /** Members with the right to take part. */
  readonly members: number;
  /** Everybody who was registered, however long they stayed. */
  readonly present: readonly ListedMember[];
  readonly chair: string;
  readonly secretary: string;
  readonly hadQuorum: boolean;
  readonly items: readonly MinutesItem[];
}
