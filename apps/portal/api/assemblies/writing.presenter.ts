import type { ItemWritingRow } from '#features/assemblies/writings/writing-row.js';
import { presentInstant } from '../instant.js';
import { presentLink } from './meeting.presenter.js';

/** What is written to an item, with what is to be settled. */
export function presentWriting({ votes, links, conflicts, ...row }: ItemWritingRow) {
  return {
    ...row,
    votes: votes && { ...votes, votedAt: presentInstant(new Date(votes.votedAt)) },
    links: links.map(presentLink),
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      writtenAt: presentInstant(new Date(conflict.writtenAt)),
    })),
  };
}
