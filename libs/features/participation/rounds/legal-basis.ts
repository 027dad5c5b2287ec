import type { Fault } from '#rules/kernel/domain-error.js';
import { formatTenge } from '#rules/kernel/money.js';
import type { LawfulRoundValues } from '#rules/participation/lawful-round-values.js';
import type { OutOfScopeReason } from '#rules/participation/national-scope.js';
import type { LegalSource } from '#rules/rulebook/legal-value.js';

/** One value of the law as it stood on the day of the set-up; sums in tenge, days as text. */
export interface LegalPoint {
  readonly name: string;
  readonly value: string | number;
  readonly source: LegalSource;
}

/** What the law said to a round on the day it was set up, and what its officers were warned of. */
export interface LegalBasis {
  readonly on: string;
  readonly outOfScope: OutOfScopeReason | null;
  readonly points: readonly LegalPoint[];
  readonly warnings: readonly Fault[];
}

/** The lawful values in the form in which a round keeps them. */
export function legalBasisOf(
  on: string,
  lawful: LawfulRoundValues,
  warnings: readonly Fault[],
): LegalBasis {
  const { scope } = lawful;
  return {
    on,
    outOfScope: scope.applies ? null : scope.reason,
    points: scope.applies ? [...dayPoints(lawful), ...limitPoints(lawful)] : [],
    warnings,
  };
}

function dayPoints({ announcementBy, days }: LawfulRoundValues): LegalPoint[] {
  const all = { announcementBy, ...days };
  return Object.entries(all).map(([name, { day, source }]) => ({ name, value: day, source }));
}

function limitPoints({ minimumVotes, costCap }: LawfulRoundValues): LegalPoint[] {
  const points: LegalPoint[] = [];
  if (minimumVotes !== null)
    points.push({
      name: 'minimumVotes',
      value: minimumVotes.votes,
      source: minimumVotes.source,
    });
  if (costCap !== null)
    points.push({ name: 'costCap', value: formatTenge(costCap.capTiyn), source: costCap.source });
  return points;
}
