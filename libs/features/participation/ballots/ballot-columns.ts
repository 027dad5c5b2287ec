import type { BallotRule } from '#rules/participation/ballot-rule.js';

/** How the ballot rule of a round stands in its row. */
export interface BallotColumns {
  readonly kind: string;
  readonly min: number;
  readonly max: number | null;
  readonly points: number | null;
  readonly pointsPerProject: number | null;
}

/** The ballot rule of a round's row; the row's own checks keep what each kind needs. */
export function ballotRuleOf(row: BallotColumns): BallotRule {
  switch (row.kind) {
    case 'approval':
    case 'ordinal':
      return { kind: row.kind, min: row.min, max: row.max ?? 1 };
    case 'cumulative':
      return {
        kind: 'cumulative',
        min: row.min,
        points: row.points ?? 1,
        maxPerProject: row.pointsPerProject,
      };
    case 'scoring':
      return { kind: 'scoring', min: row.min, maxPoints: row.max ?? 1 };
    default:
      return { kind: 'knapsack', min: row.min };
  }
}
