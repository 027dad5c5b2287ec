import { formatFraction, fraction, type Fraction } from '#rules/kernel/fraction.js';
import { formatAmount } from '#rules/tally/amount.js';
import { countVoters, unitOf, type Election } from '#rules/tally/election.js';
import type { Measures } from '#rules/tally/measures.js';
import type { Outcome, Reason, Step } from '#rules/tally/outcome.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';

/** What was counted and how: the head of every report. */
export function headJson(election: Election, rule: RuleSpec): object {
  return {
    rule: rule.name,
    satisfaction: rule.satisfaction,
    completion: rule.completion,
    ties: rule.ties,
    ...(rule.name === 'phragmen' && { phragmen: rule.overspending }),
    budget: formatAmount(election.budget, election.scale),
    projects: election.projects.length,
    ballots: countVoters(election),
  };
}

export function outcomeJson(election: Election, rule: RuleSpec, outcome: Outcome): object {
  const reasons = [...outcome.reasons].map(([id, reason]) => [id, reasonJson(reason, election)]);
  return {
    winners: outcome.winners,
    cost: formatAmount(outcome.cost, election.scale),
    steps: outcome.steps.map((step) => stepJson(step, election, rule)),
    reasons: Object.fromEntries(reasons) as object,
  };
}

/** Every sum of a reason is money; the rest are ids and counts. */
export function reasonJson(reason: Reason, election: Election): object {
  return withMoney(reason, election);
}

export function stepJson(step: Step, election: Election, rule: RuleSpec): object {
  const plain = withMoney(step, election);
  if (step.kind === 'greedy') return plain;
  if (step.kind === 'phragmen')
    return { ...plain, time: step.time && moneyText(step.time, election) };
  return {
    ...plain,
    price: moneyText(step.price, election),
    q: rule.satisfaction === 'cost' ? formatFraction(step.q) : moneyText(step.q, election),
    effectiveVotes: formatFraction(step.effectiveVotes),
  };
}

export function measuresJson(measures: Measures, election: Election): object {
  const byDistrict = [...measures.moneyPerVoterByDistrict].map(([district, money]) => [
    district,
    moneyText(money, election),
  ]);
  return {
    voters: measures.voters,
    withNothing: measures.withNothing,
    exclusionRatio: formatFraction(measures.exclusionRatio),
    averageWinners: formatFraction(measures.averageWinners),
    averageMoney: moneyText(measures.averageMoney, election),
    ...(byDistrict.length > 0 && {
      moneyPerVoterByDistrict: Object.fromEntries(byDistrict) as object,
    }),
  };
}

function withMoney(record: object, { scale }: Election): object {
  const entries = Object.entries(record).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'bigint' ? formatAmount(value, scale) : value,
  ]);
  return Object.fromEntries(entries) as object;
}

/** A fraction of the smallest unit, in currency. */
function moneyText({ num, den }: Fraction, election: Election): string {
  return formatFraction(fraction(num, den * unitOf(election)));
}
