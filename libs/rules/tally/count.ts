import type { Election } from './election.js';
import { greedyReasons } from './greedy-reasons.js';
import { greedy } from './greedy.js';
import type { Outcome, Reason, Step, Tie } from './outcome.js';
import type { RuleSpec } from './rule-spec.js';

/**
 * Counts an election by one rule: the winners in the sequence of selection, each step, and for
 * every project the reason of its fate. The answer does not depend on the order of projects or
 * ballots.
 *
 * @example countElection(election, ruleSpec({ name: 'greedy', ties: 'id' }))
 */
export function countElection(election: Election, rule: RuleSpec): Outcome | Tie {
  if (rule.name !== 'greedy') throw new RangeError(`No rule ${rule.name}`);
  const pass = greedy(election, rule.satisfaction, rule.ties);
  if (pass.kind === 'tie') return pass;
  return outcomeOf(election, {
    taken: pass.taken,
    steps: pass.steps,
    lost: greedyReasons(election, pass.steps, rule.ties),
  });
}

interface Counted {
  readonly taken: readonly number[];
  readonly steps: readonly Step[];
  readonly lost: ReadonlyMap<string, Reason>;
}

function outcomeOf(election: Election, { taken, steps, lost }: Counted): Outcome {
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
  };
}
