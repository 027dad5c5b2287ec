import type { AgendaVotes } from '#rules/assemblies/agenda-votes.js';
import type { AgendaLink } from '../meetings/meeting-row.js';

/** Votes as they are written down, with the moment they were taken. */
export type StoredVotes = (
  | Omit<Extract<AgendaVotes, { readonly kind: 'by-count' }>, never>
  | Omit<Extract<AgendaVotes, { readonly kind: 'by-name' }>, 'chairId'>
) & {
  /** RFC 3339. */
  readonly votedAt: string;
};

export interface StoredSpeech {
  readonly speaker: string;
  readonly text: string;
}

/** What may stand in a field; null: nothing, taken back. */
export type WritingValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'speech'; readonly speech: StoredSpeech }
  | { readonly kind: 'votes'; readonly votes: StoredVotes }
  | { readonly kind: 'links'; readonly links: readonly AgendaLink[] }
  | { readonly kind: 'seconds'; readonly seconds: number }
  | null;
