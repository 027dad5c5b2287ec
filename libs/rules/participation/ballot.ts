import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { moneyFaults } from './ballot-money.js';
import { pointsFaults } from './ballot-points.js';
import { ranksFaults } from './ballot-ranks.js';
import type { BallotRule } from './ballot-rule.js';

/** One choice as it is sent in. */
export interface BallotVote {
  /** Key of the project on the paper. */
  readonly project: string;
  readonly points?: number;
  readonly rank?: number;
}

/** A project as it stands on the paper. */
export interface PaperProject {
  /** Number drawn by lot, by which the ballot is stored. */
  readonly number: number;
  readonly costTiyn: Tiyn;
  /** KATO code of the pot that would pay for it. */
  readonly pot: string;
  readonly isWithdrawn: boolean;
}

/** What is laid before one voter. */
export interface BallotPaper {
  readonly rule: BallotRule;
  /** Every project of the round by its key: also of other districts, to tell why it is refused. */
  readonly projects: ReadonlyMap<string, PaperProject>;
  /** Money of the pots that this voter decides on. */
  readonly pots: ReadonlyMap<string, Tiyn>;
}

/**
 * A ballot as it is stored and counted: numbers of projects, in falling preference for an ordinal
 * ballot and ascending otherwise; points run parallel to them and are empty where none are given.
 */
export interface NormalBallot {
  readonly choices: readonly number[];
  readonly points: readonly number[];
}

export type BallotAssessment =
  | ({ readonly valid: true } & NormalBallot)
  | { readonly valid: false; readonly faults: readonly Fault[] };

/**
 * Reads a ballot against its paper: the ballot in its normal form, or all faults at once.
 *
 * The number of choices and the points count over the whole ballot, money over each pot. A
 * cumulative 0 means not chosen and is left out; a grade of 0 is kept.
 *
 * @example assessBallot([{ project: 'b' }, { project: 'a' }], paper)
 * // → { valid: true, choices: [4, 17], points: [] }
 */
export function assessBallot(votes: readonly BallotVote[], paper: BallotPaper): BallotAssessment {
  const chosen = paper.rule.kind === 'cumulative' ? votes.filter(hasPoints) : votes;
  const resolved = chosen.flatMap((vote) => resolve(vote, paper));
  const faults = [
    ...chosen.flatMap((vote) => projectFaults(vote, paper)),
    ...repeatFaults(chosen),
    ...numberFaults(chosen.length, paper.rule),
    ...pointsFaults(chosen, paper.rule),
    ...ranksFaults(chosen, paper.rule),
    ...budgetFaults(resolved, paper),
  ];
  return faults.length > 0 ? { valid: false, faults } : { valid: true, ...normalise(resolved) };
}

/** A choice with its project found. */
interface ResolvedVote extends BallotVote {
  readonly onPaper: PaperProject;
}

function hasPoints(vote: BallotVote): boolean {
  return vote.points !== 0;
}

function resolve(vote: BallotVote, paper: BallotPaper): readonly ResolvedVote[] {
  const onPaper = paper.projects.get(vote.project);
  return onPaper === undefined ? [] : [{ ...vote, onPaper }];
}

function projectFaults({ project }: BallotVote, paper: BallotPaper): readonly Fault[] {
  const onPaper = paper.projects.get(project);
  if (onPaper === undefined) return [faultOf('ballot.unknown_project', { project })];
  const faults: Fault[] = [];
  if (onPaper.isWithdrawn) faults.push(faultOf('ballot.withdrawn_project', { project }));
  if (!paper.pots.has(onPaper.pot)) {
    faults.push(faultOf('ballot.other_district', { project, pot: onPaper.pot }));
  }
  return faults;
}

function repeatFaults(votes: readonly BallotVote[]): readonly Fault[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { project } of votes) (seen.has(project) ? repeated : seen).add(project);
  return [...repeated].map((project) => faultOf('ballot.project_twice', { project }));
}

function numberFaults(chosen: number, rule: BallotRule): readonly Fault[] {
  if (chosen === 0) return rule.min === 0 ? [] : [faultOf('ballot.empty', { min: rule.min })];
  if (chosen < rule.min) return [faultOf('ballot.too_few', { min: rule.min, chosen })];
  if ('max' in rule && chosen > rule.max) {
    return [faultOf('ballot.too_many', { max: rule.max, chosen, over: chosen - rule.max })];
  }
  return [];
}

function budgetFaults(
  votes: readonly ResolvedVote[],
  { rule, pots }: BallotPaper,
): readonly Fault[] {
  return rule.kind === 'knapsack'
    ? moneyFaults(
        votes.map(({ onPaper }) => onPaper),
        pots,
      )
    : [];
}

function normalise(votes: readonly ResolvedVote[]): NormalBallot {
  const sorted = votes.toSorted(
    (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.onPaper.number - b.onPaper.number,
  );
  return {
    choices: sorted.map((vote) => vote.onPaper.number),
    points: sorted.flatMap((vote) => vote.points ?? []),
  };
}

function faultOf(code: string, details: Fault['details'] & object): Fault {
  return { code, field: 'votes', details };
}
