import { mergeSmallCells, SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import { countVoters } from '#rules/tally/election.js';
import type { Outcome, Tie } from '#rules/tally/outcome.js';
import { type Counterfactual, greedyCounterfactuals } from '#rules/tally/counterfactual.js';
import { countRound, type PotOutcome, type RoundRules } from '#rules/tally/round-count.js';
import { scoresOf } from '#rules/tally/scores.js';
import type { RoundRow } from '../rounds/round-row.js';
import type { DayCell, TerritoryCell } from './count.reader.js';
import { closedGroups } from './closed-groups.js';
import { projectIds, type PotElection, voteTypeOf } from './round-elections.js';
import { quarantinedTotals } from './quarantine/quarantined-totals.js';
import type { AsideBallots, ProjectToCount } from './round-to-count.js';
import {
  stored,
  type CountedPot,
  type CountedProject,
  type RecordedDraw,
  type StoredCount,
} from './stored-count.js';

export interface CountMatter {
  readonly round: Pick<RoundRow, 'pots' | 'rule' | 'ballot' | 'minimumVotes' | 'costCapTiyn'>;
  readonly projects: readonly ProjectToCount[];
  readonly elections: readonly PotElection[];
  readonly voters: number;
  readonly aside: AsideBallots;
  readonly byTerritory: readonly TerritoryCell[];
  readonly byDay: readonly DayCell[];
  readonly draw: RecordedDraw | null;
}

/**
 * What a round does with its projects: withdrawn ones and those below the minimum leave beforehand
 * and free their place; what the Council strikes afterwards leaves its money unspent.
 */
export const APPLICATION: RoundRules['application'] = ['withdrawn', 'minimum-votes', 'count'];

/** Counts a round by its own rule, and by the draw where one has settled its tie. */
export function countRoundBallots(matter: CountMatter): StoredCount {
  const { round, elections, draw } = matter;
  const rule = draw ? { ...round.rule, ties: `lottery:${draw.seed}` as const } : round.rule;
  const rules = { rule, application: APPLICATION };
  const outcomes = countRound(
    elections.map(({ pot }) => pot),
    rules,
  );
  const counting = { ...matter, lacking: lackingByPot(elections, rules, outcomes) };
  return {
    format: 1,
    voteType: voteTypeOf(round.ballot.kind),
    rule,
    application: APPLICATION,
    minimumVotes: round.minimumVotes,
    voters: matter.voters,
    pots: outcomes.map(({ result }, place) => countedPot(counting, place, result)),
    turnout: {
      byTerritory: mergeSmallCells(matter.byTerritory, SMALLEST_GROUP),
      byDay: mergeSmallCells(matter.byDay, SMALLEST_GROUP),
    },
    draw,
    ...(matter.aside.voters > 0 && { quarantined: quarantinedTotals(matter) }),
  };
}

interface Counting extends CountMatter {
  /** What each loser lacked, pot by pot. */
  readonly lacking: readonly ReadonlyMap<string, Counterfactual>[];
}

/** Only the greedy rule answers at once; for the others it takes a search over whole counts. */
function lackingByPot(
  elections: readonly PotElection[],
  rules: RoundRules,
  outcomes: readonly PotOutcome[],
): readonly ReadonlyMap<string, Counterfactual>[] {
  const pots = elections.map(({ pot }) => pot);
  if (rules.rule.name !== 'greedy') return pots.map(() => new Map());
  const winners = outcomes.map(({ result }) => (result.kind === 'tie' ? [] : result.winners));
  const closed = closedGroups(pots, winners);
  return pots.map((pot, place) => greedyCounterfactuals(pot, rules, closed[place]));
}

function countedPot(matter: Counting, place: number, result: Outcome | Tie): CountedPot {
  const { territory, name, amountTiyn } = matter.round.pots[place]!;
  const { election } = matter.elections[place]!.pot;
  const outcome = result.kind === 'outcome' ? result : null;
  return {
    territory,
    name,
    budgetTiyn: stored(amountTiyn),
    voters: countVoters(election),
    ...(result.kind === 'tie' ? openTie(result) : settledCount(result)),
    projects: countedProjects(matter, place, outcome),
  };
}

type CountedOutcome = Pick<CountedPot, 'costTiyn' | 'winners' | 'purse' | 'tie' | 'steps'>;

function openTie({ between, settled }: Tie): CountedOutcome {
  return { costTiyn: stored(0n), winners: [], purse: null, tie: { between, settled }, steps: [] };
}

function settledCount({ cost, winners, purse, steps }: Outcome): CountedOutcome {
  const kept = purse ? stored(purse) : null;
  return { costTiyn: stored(cost), winners, purse: kept, tie: null, steps: stored(steps) };
}

function countedProjects(
  matter: Counting,
  place: number,
  outcome: Outcome | null,
): readonly CountedProject[] {
  const { projects, elections } = matter;
  const { pot } = elections[place]!;
  const { votes, points } = scoresOf(pot.election);
  const idOf = projectIds(projects);
  const own = projects.filter((project) => project.pot === pot.id);
  const lacking = matter.lacking[place]!;
  return own.map((project, position): CountedProject => {
    const id = idOf(project.number);
    const reason = outcome?.reasons.get(id);
    const missing = lacking.get(id);
    return {
      id,
      number: project.number,
      proposal: project.proposal,
      title: project.title,
      costTiyn: stored(project.costTiyn),
      votes: votes[position]!,
      points: points[position]!,
      reason: reason ? stored(reason) : null,
      counterfactual: missing ? stored(missing) : null,
    };
  });
}
