import type { HallPersonRow } from '#features/assemblies/meetings/hall-row.js';
import type { ItemWritingRow } from '#features/assemblies/writings/writing-row.js';
import type { StoredVotes } from '#features/assemblies/writings/writing-value.js';
import type { Wording } from '#platform/views/wording.js';
import { clockOf } from './meeting-clock.js';

export const SIDES = ['for', 'against', 'abstained'] as const;

export interface VotesField {
  readonly item: ItemWritingRow;
  /** Those whose votes count. */
  readonly counted: readonly HallPersonRow[];
  readonly isNamed: boolean;
  readonly op: string;
  readonly path: string;
}

/** Votes on an item: hands counted, or a side for each name. */
export function presentVotes({ item, counted, op, path, ...field }: VotesField, say: Wording) {
  const { votes, number } = item;
  const isNamed = field.isNamed || votes?.kind === 'by-name';
  return {
    key: `votes-${number}`,
    item: number,
    number,
    version: item.versions.votes ?? 0,
    op,
    hint: say.t('assemblyDesk.writing.mayVote', { count: counted.length }),
    sides: sideChoices(say),
    votedTime: votes ? clockOf(votes.votedAt) : '',
    named: isNamed ? counted.map((person) => namedVote(person, votes)) : undefined,
    counts: SIDES.map((part) => ({
      part,
      text: say.t(`assemblies.votes.${part}`),
      value: votes?.kind === 'by-count' ? String(votes[part]) : '',
    })),
    chairSide: (votes?.kind === 'by-count' && votes.chairSide) || '',
    other: isNamed ? path : `${path}?named=${number}`,
  };
}

function namedVote({ id, fullName }: HallPersonRow, votes: StoredVotes | null) {
  const side =
    votes?.kind === 'by-name' ? votes.votes.find(({ memberId }) => memberId === id)?.side : '';
  return { id, name: fullName, side: side ?? '' };
}

function sideChoices(say: Wording) {
  return [
    { value: '', text: say.t('assemblyDesk.writing.noSide') },
    ...SIDES.map((side) => ({ value: side, text: say.t(`assemblyDesk.sides.${side}`) })),
  ];
}
