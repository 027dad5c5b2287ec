import type { QuarantineAim } from '#rules/integrity/quarantine.js';
import type { QuarantinedTotals, StoredCount } from '../stored-count.js';

/** A batch and what is moved for it. */
export interface WeighedBatch {
  readonly aim: QuarantineAim;
  /** Digests of the receipts of its ballots, hexadecimal. */
  readonly marks: readonly string[];
}

export interface PreviewedPot {
  readonly territory: string;
  /** Numbers on the ballot in the sequence of selection. */
  readonly now: readonly number[];
  readonly after: readonly number[];
  /** Would equals remain that only lots can tell apart? */
  readonly isTied: boolean;
}

/** What a motion would change; what fewer than ten ballots chose is merged. */
export interface QuarantinePreview {
  /** What the ballots of the batch chose. */
  readonly batch: QuarantinedTotals;
  readonly counted: { readonly now: number; readonly after: number };
  readonly pots: readonly PreviewedPot[];
}

/** The count that stands beside the count as it would be. */
export function quarantinePreview(
  now: StoredCount,
  after: StoredCount,
  batch: QuarantinedTotals,
): QuarantinePreview {
  return {
    batch,
    counted: { now: now.voters, after: after.voters },
    pots: now.pots.map((pot, place) => ({
      territory: pot.territory,
      now: numbersOf(pot),
      after: numbersOf(after.pots[place]!),
      isTied: after.pots[place]!.tie !== null,
    })),
  };
}

function numbersOf({ winners, projects }: StoredCount['pots'][number]): readonly number[] {
  return winners.flatMap((id) => projects.find((project) => project.id === id)?.number ?? []);
}
