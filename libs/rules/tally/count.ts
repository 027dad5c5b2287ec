import type { Counted } from './counted.js';
import type { Election } from './election.js';
import { countShares } from './equal-shares/shares-count.js';
import { greedyReasons } from './greedy-reasons.js';
import { greedy } from './greedy.js';
import type { Outcome, Reason, Tie } from './outcome.js';
import { countPhragmen } from './phragmen/phragmen-count.js';
import type { Picker } from './purses/picker.js';
import { countRefusingTies } from './refused-ties.js';
import type { RuleName, RuleSpec } from './rule-spec.js';
import { scoresOf } from './scores.js';
import { tieOrderOf } from './ties.js';

/**
 * Counts an election by one rule: the winners in the sequence of selection, each step, and for
 * every project the reason of its fate. The answer does not depend on the order of projects or
 * ballots.
 *
 * @example countElection(election, ruleSpec({ name: 'greedy', ties: 'id' }))
 */
export function countElection(election: Election, rule: RuleSpec): Outcome | Tie {
  const count = COUNTS[rule.name];
  const counted =
    rule.ties === 'refuse'
      ? countRefusingTies(election, (pick) => count(election, rule, pick))
      : count(election, rule, pickerOf(election, rule));
  return counted.kind === 'tie' ? counted : outcomeOf(election, counted);
}

type Count = (election: Election, rule: RuleSpec, pick: Picker) => Counted | Tie;

/** Greedy knows its ties by itself and needs no picker. */
const COUNTS: Readonly<Record<RuleName, Count>> = {
  greedy: countGreedy,
  'equal-shares': countShares,
  phragmen: countPhragmen,
};

function countGreedy(election: Election, rule: RuleSpec): Counted | Tie {
  const pass = greedy(election, rule.satisfaction, rule.ties);
  if (pass.kind === 'tie') return pass;
  const { taken, steps } = pass;
  return { taken, steps, lost: greedyReasons(election, steps, rule.ties) };
}

function pickerOf(election: Election, rule: RuleSpec): Picker {
  const order = tieOrderOf(election, scoresOf(election), rule.ties);
  return (equals) => equals.reduce((first, other) => (order(other, first) < 0 ? other : first));
}

function outcomeOf(election: Election, { taken, steps, lost, purse }: Counted): Outcome {
  const winners = taken.map((project) => election.projects[project]!.id);
  const won = winners.map((id, place): readonly [string, Reason] => [
    id,
    { outcome: 'WON', place: place + 1 },
  ]);
  return {
    kind: 'outcome',
    winners,
    cost: taken.reduce((sum, project) => sum + election.projects[project]!.cost, 0n),
    steps,
    reasons: new Map([...won, ...lost]),
    ...(purse && { purse }),
  };
}
