import type { Fault } from '#rules/kernel/domain-error.js';

/**
 * How a round asks for votes. `min` is the least number of chosen projects: 0 is how a round allows
 * a blank ballot. `knapsack` is limited by money alone; `scoring` gives each project a grade.
 */
export type BallotRule =
  | { readonly kind: 'approval'; readonly min: number; readonly max: number }
  | { readonly kind: 'knapsack'; readonly min: number }
  | {
      readonly kind: 'cumulative';
      readonly min: number;
      /** Points to share out in all. */
      readonly points: number;
      /** Most points for one project; null where only the total counts. */
      readonly maxPerProject: number | null;
    }
  | { readonly kind: 'ordinal'; readonly min: number; readonly max: number }
  | { readonly kind: 'scoring'; readonly min: number; readonly maxPoints: number };

export type BallotKind = BallotRule['kind'];

/** Numbers of a ballot are stored in two bytes. */
const LARGEST_NUMBER = 32_767;

/**
 * All faults of the numbers of a ballot rule: whole, within two bytes, and a minimum that can be met.
 *
 * @example assessBallotRule({ kind: 'approval', min: 1, max: 0 })
 * // → codes round.ballot_max_invalid
 */
export function assessBallotRule(rule: BallotRule): readonly Fault[] {
  switch (rule.kind) {
    case 'knapsack':
      return minFaults(rule.min, LARGEST_NUMBER);
    case 'scoring':
      return [...minFaults(rule.min, LARGEST_NUMBER), ...numberFaults('maxPoints', rule.maxPoints)];
    case 'cumulative':
      return cumulativeFaults(rule);
    default:
      return [...numberFaults('max', rule.max), ...minFaults(rule.min, rule.max)];
  }
}

function cumulativeFaults(rule: BallotRule & { kind: 'cumulative' }): readonly Fault[] {
  const perProject = rule.maxPerProject ?? rule.points;
  const faults = [...numberFaults('points', rule.points), ...minFaults(rule.min, rule.points)];
  if (isNumberUpTo(perProject, 1, rule.points)) return faults;
  return [...faults, { code: 'round.ballot_max_per_project_invalid', field: 'maxPerProject' }];
}

function numberFaults(field: 'max' | 'points' | 'maxPoints', value: number): readonly Fault[] {
  if (isNumberUpTo(value, 1, LARGEST_NUMBER)) return [];
  const code = field === 'max' ? 'round.ballot_max_invalid' : 'round.ballot_points_invalid';
  return [{ code, field }];
}

function minFaults(min: number, most: number): readonly Fault[] {
  const isValid = isNumberUpTo(min, 0, Math.max(most, 1));
  return isValid ? [] : [{ code: 'round.ballot_min_invalid', field: 'min', details: { most } }];
}

function isNumberUpTo(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
