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
  const faults: Fault[] = [];
  const resolved = resolveAll(chosen, paper, faults);
  faults.push(
    ...repeatFaults(chosen),
    ...numberFaults(chosen.length, paper.rule),
    ...pointsFaults(chosen, paper.rule),
    ...ranksFaults(chosen, paper.rule),
    ...budgetFaults(resolved, paper),
  );
  return faults.length > 0 ? { valid: false, faults } : { valid: true, ...normalise(resolved) };
}

/** A choice with its project found. */
interface ResolvedVote {
  readonly vote: BallotVote;
  readonly onPaper: PaperProject;
}

function hasPoints(vote: BallotVote): boolean {
  return vote.points !== 0;
}

/** The choices that stand on the paper; what speaks against one of them goes to `faults`. */
function resolveAll(
  votes: readonly BallotVote[],
  paper: BallotPaper,
  faults: Fault[],
): readonly ResolvedVote[] {
  const resolved: ResolvedVote[] = [];
  for (const vote of votes) {
    const onPaper = paper.projects.get(vote.project);
    if (onPaper === undefined) {
      faults.push(faultOf('ballot.unknown_project', { project: vote.project }));
    } else {
      noteProjectFaults(vote.project, onPaper, paper, faults);
      resolved.push({ vote, onPaper });
    }
  }
  return resolved;
}

function noteProjectFaults(
  project: string,
  { isWithdrawn, pot }: PaperProject,
  paper: BallotPaper,
  faults: Fault[],
): void {
  if (isWithdrawn) faults.push(faultOf('ballot.withdrawn_project', { project }));
  if (!paper.pots.has(pot)) faults.push(faultOf('ballot.other_district', { project, pot }));
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
    (a, b) => (a.vote.rank ?? 0) - (b.vote.rank ?? 0) || a.onPaper.number - b.onPaper.number,
  );
  return {
    choices: sorted.map(({ onPaper }) => onPaper.number),
    points: sorted.map(({ vote }) => vote.points).filter((points) => points !== undefined),
  };
}

function faultOf(code: string, details: Fault['details'] & object): Fault {
  return { code, field: 'votes', details };
}
