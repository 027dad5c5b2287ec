import type { Fault } from '#rules/kernel/domain-error.js';
import type { BallotRule } from './ballot-rule.js';

/** What of a choice concerns its points. */
export interface PointsVote {
  readonly project: string;
  readonly points?: number;
}

/** Faults of the points on a ballot: whole, not negative, within the limits, and only where asked. */
export function pointsFaults(votes: readonly PointsVote[], rule: BallotRule): readonly Fault[] {
  switch (rule.kind) {
    case 'cumulative':
      return [
        ...votes.flatMap((vote) => limitFaults(vote, rule.maxPerProject ?? rule.points)),
        ...totalFaults(votes, rule.points),
      ];
    case 'scoring':
      return votes.flatMap((vote) => limitFaults(vote, rule.maxPoints));
    default:
      return votes.filter((vote) => vote.points !== undefined).map(notAsked);
  }
}

function limitFaults({ project, points }: PointsVote, max: number): readonly Fault[] {
  if (points === undefined) return [faultOf('ballot.points_missing', { project })];
  if (!isWhole(points)) return [faultOf('ballot.points_not_whole', { project })];
  if (points <= max) return [];
  return [faultOf('ballot.points_above_project_limit', { project, max, over: points - max })];
}

function totalFaults(votes: readonly PointsVote[], total: number): readonly Fault[] {
  const given = votes.reduce((sum, { points }) => sum + (isWhole(points) ? points : 0), 0);
  if (given <= total) return [];
  return [faultOf('ballot.points_above_total', { total, given, over: given - total })];
}

function notAsked({ project }: PointsVote): Fault {
  return faultOf('ballot.points_not_asked', { project });
}

function isWhole(points: number | undefined): points is number {
  return Number.isSafeInteger(points) && points !== undefined && points >= 0;
}

function faultOf(code: string, details: Fault['details'] & object): Fault {
  return { code, field: 'votes', details };
}
