import type { ExtensionRow } from '#features/participation/rounds/round-extension.reader.js';
import { presentInstant } from '../instant.js';

/** An extension of the voting as programs see it. */
export function presentExtension(row: ExtensionRow) {
  return {
    id: row.id,
    round: row.roundId,
    formerUntil: presentInstant(row.formerUntil),
    votingUntil: presentInstant(row.newUntil),
    reason: row.reason,
    proposedAt: presentInstant(row.proposedAt),
    confirmedAt: row.confirmedAt && presentInstant(row.confirmedAt),
  };
}

export type ExtensionView = ReturnType<typeof presentExtension>;
