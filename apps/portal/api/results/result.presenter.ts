import type { LotteryRow } from '#features/participation/results/lottery/lottery.reader.js';
import type {
  CouncilDecisionRow,
  ResultRow,
  TallyRow,
} from '#features/participation/results/result.reader.js';
import {
  settledResult,
  type SettledPot,
  type SettledProject,
} from '#features/participation/results/settled-result.js';
import type { TallyStudy } from '#features/participation/results/tally-study.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { presentLottery } from '../lottery/lottery.presenter.js';
import { presentInstant } from '../instant.js';
import { presentMoney } from '../money.js';

export interface ResultParts {
  readonly round: RoundRow;
  readonly result: ResultRow;
  readonly study: TallyStudy;
  readonly lottery: LotteryRow | null;
  readonly tallies: readonly TallyRow[];
  readonly files: readonly { readonly territory: string; readonly digest: string }[];
}

/** A result as programs see it: winners, and for every project its reason with the numbers. */
export function presentResult({ round, result, study, ...parts }: ResultParts) {
  const { state, pots } = settledResult(result);
  const { count, decision } = result;
  return {
    round: { id: round.id, territory: round.territory, year: round.year, title: round.title },
    state,
    closedAt: round.closedAt && presentInstant(round.closedAt),
    tally: { id: result.tally, computedAt: presentInstant(result.computedAt) },
    voteType: count.voteType,
    rule: count.rule,
    application: count.application,
    minimumVotes: count.minimumVotes,
    ballots: result.ballots,
    pots: pots.map(presentPot),
    winners: pots.flatMap((pot) => pot.confirmed).map(presentWinner),
    projects: pots.flatMap((pot) => pot.settled).map(presentProject),
    turnout: count.turnout,
    study: presentStudy(study),
    draw: count.draw,
    quarantined: count.quarantined ?? null,
    lottery: parts.lottery && presentLottery(parts.lottery),
    council: decision && presentDecision(decision),
    publishedAt: decision?.publishedAt ? presentInstant(decision.publishedAt) : null,
    tallies: parts.tallies.map((tally) => ({
      ...tally,
      computedAt: presentInstant(tally.computedAt),
    })),
    files: parts.files.map((file) => presentFile(round.id, file)),
  };
}

export type ResultView = ReturnType<typeof presentResult>;

/** What was found out after the count; null until it is. What losers lacked stands at the projects. */
function presentStudy({ measures, purses, counterpart, lacks }: TallyStudy) {
  return { measures, purses, counterpart, lacksFound: lacks && { isWhole: lacks.isWhole } };
}

function presentFile(roundId: string, { territory, digest }: ResultParts['files'][number]) {
  const path = `/api/v1/rounds/${roundId}/election.pb?pot=${territory}`;
  return { territory, path, sha256: digest };
}

function presentDecision({ protocolNumber, text, decidedAt, strikes }: CouncilDecisionRow) {
  return { protocolNumber, text, decidedAt: presentInstant(decidedAt), strikes };
}

function presentPot(pot: SettledPot) {
  const budget = BigInt(pot.budgetTiyn);
  return {
    territory: pot.territory,
    name: pot.name,
    budget: presentMoney(budget),
    spent: presentMoney(pot.spentTiyn),
    left: presentMoney(budget - pot.spentTiyn),
    voters: pot.voters,
    tie: pot.tie,
    purse: pot.purse,
    steps: pot.steps,
  };
}

function presentWinner(project: SettledProject) {
  const { proposal, number, title, pot, place, votes, points, costTiyn } = project;
  const cost = presentMoney(BigInt(costTiyn));
  return { project: proposal, number, title, pot, place, votes, points, cost };
}

function presentProject({ strike, reason, counterfactual, ...project }: SettledProject) {
  return {
    ...presentWinner(project as SettledProject),
    id: project.id,
    outcome: strike ? 'COUNCIL_REFUSED' : (reason?.outcome ?? 'TIE_OPEN'),
    reason: strike ? { outcome: 'COUNCIL_REFUSED' as const, ...strike } : reason,
    counterfactual,
  };
}
