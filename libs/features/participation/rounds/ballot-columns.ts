import type { BallotRule } from '#rules/participation/ballot-rule.js';
import type { RoundRecord } from './round.record.js';

export type BallotColumns = Pick<
  RoundRecord,
  'ballotKind' | 'ballotMin' | 'ballotMax' | 'ballotPoints' | 'ballotPointsPerProject'
>;

/** A ballot rule as it lies in its columns. */
export function columnsOfBallot(rule: BallotRule): BallotColumns {
  return {
    ballotKind: rule.kind,
    ballotMin: rule.min,
    ballotMax: 'max' in rule ? rule.max : rule.kind === 'scoring' ? rule.maxPoints : null,
    ballotPoints: rule.kind === 'cumulative' ? rule.points : null,
    ballotPointsPerProject: rule.kind === 'cumulative' ? rule.maxPerProject : null,
  };
}

/** The ballot rule that lies in its columns. */
export function ballotOfColumns(columns: BallotColumns): BallotRule {
  const { ballotKind: kind, ballotMin: min } = columns;
  switch (kind) {
    case 'knapsack':
      return { kind, min };
    case 'cumulative':
      return {
        kind,
        min,
        points: columns.ballotPoints ?? 0,
        maxPerProject: columns.ballotPointsPerProject,
      };
    case 'scoring':
      return { kind, min, maxPoints: columns.ballotMax ?? 0 };
    default:
      return { kind, min, max: columns.ballotMax ?? 0 };
  }
}
