import type { ElectionToStage } from '#features/participation/staged-elections/staged-election.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import { compareIds } from '#rules/tally/compare-ids.js';
import type { Ballot, Election, ElectionProject } from '#rules/tally/election.js';
import type { PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';

/** Decimals of a sum in the database: tiyn. */
const TIYN_SCALE = 2;
const YEAR = /\b(?:19|20)\d{2}\b/;

/** Projects by their ids as text: numbered so, the rule "smaller id first" means the same as there. */
export function numberedProjects({ projects }: Election): readonly ElectionProject[] {
  return projects.toSorted((a, b) => compareIds(a.id, b.id));
}

/** The election of a file as a round of the product holds it. */
export function electionOfFile({ meta, election }: PabulibFile, rule: RuleSpec): ElectionToStage {
  const tiyn = tiynOf(election);
  return {
    title: titleOf(meta),
    year: Number(YEAR.exec(`${meta.get('instance')} ${meta.get('date_begin')}`)?.[0] ?? 2000),
    budgetTiyn: tiyn(election.budget),
    ballot: ballotRuleOf(meta, election),
    rule,
    minimumVotes: minimumVotesOf(meta, election),
    projects: numberedProjects(election).map(({ id, name, cost }) => ({
      officialId: id,
      title: name ?? id,
      costTiyn: tiyn(cost),
    })),
  };
}

/**
 * What one ballot may hold: what the file says, or more where its own voters did more. A blank
 * ballot stands in many files and counts as a voter, so it is allowed.
 */
export function ballotRuleOf(
  meta: ReadonlyMap<string, string>,
  { voteType, ballots }: Pick<Election, 'voteType' | 'ballots'>,
): BallotRule {
  const longest = largest(ballots, ({ choices }) => choices.length);
  switch (voteType) {
    case 'cumulative': {
      const points = largest(ballots, ({ points: given = [] }) => sum(given));
      const most = Math.max(points, numberIn(meta, 'max_sum_points'), 1);
      return { kind: 'cumulative', min: 0, points: most, maxPerProject: null };
    }
    case 'scoring': {
      const grade = largest(ballots, ({ points: given = [] }) => Math.max(0, ...given));
      return { kind: 'scoring', min: 0, maxPoints: Math.max(grade, numberIn(meta, 'max_points')) };
    }
    case 'ordinal':
      return { kind: 'ordinal', min: 0, max: Math.max(longest, numberIn(meta, 'max_length')) };
    default:
      return { kind: 'approval', min: 0, max: Math.max(longest, numberIn(meta, 'max_length')) };
  }
}

/** Sums finer than a tiyn are multiplied together with the budget: no rule sees a difference. */
function tiynOf({ scale }: Election): (sum: bigint) => bigint {
  const factor = 10n ** BigInt(Math.max(0, TIYN_SCALE - scale));
  return (sum) => sum * factor;
}

function titleOf(meta: ReadonlyMap<string, string>): string {
  const parts = ['unit', 'subunit', 'instance'].map((key) => meta.get(key) ?? '');
  return parts.filter((part) => part !== '').join(', ') || 'Pabulib';
}

/** The file's minimum is of points; only where a choice is one point is it one of votes. */
function minimumVotesOf(meta: ReadonlyMap<string, string>, { voteType }: Election): number {
  const isOnePoint = voteType === 'approval' || voteType === 'choose-1';
  return isOnePoint ? Math.floor(numberIn(meta, 'min_project_score_threshold')) : 0;
}

function numberIn(meta: ReadonlyMap<string, string>, key: string): number {
  const value = Number(meta.get(key) ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}

function largest(ballots: readonly Ballot[], of: (ballot: Ballot) => number): number {
  return ballots.reduce((most, ballot) => Math.max(most, of(ballot)), 1);
}

function sum(points: readonly number[]): number {
  return points.reduce((total, given) => total + given, 0);
}
