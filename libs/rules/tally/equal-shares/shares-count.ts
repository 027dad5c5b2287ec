import { fraction } from '#rules/kernel/fraction.js';
import type { Counted } from '../counted.js';
import type { Election } from '../election.js';
import { greedyReasons, lostTie } from '../greedy-reasons.js';
import { greedyFrom } from '../greedy.js';
import type { Reason, SharesStep, Tie } from '../outcome.js';
import type { Picker } from '../purses/picker.js';
import type { RuleSpec } from '../rule-spec.js';
import { scoresOf } from '../scores.js';
import { tieOrderOf } from '../ties.js';
import { equalShares } from './equal-shares.js';
import type { Market } from './market.js';
import type { SharesRun } from './purchase.js';
import { moneyOfSupporters, sharesSteps } from './shares-steps.js';

/** Equal shares with its completion, explained. */
export function countShares(election: Election, rule: RuleSpec, pick: Picker): Counted | Tie {
  const { market, run } = equalShares(election, rule.satisfaction, { ...rule, pick });
  const steps = sharesSteps(market, run);
  const taken = run.purchases.map(({ project }) => project);
  const purse = fraction(run.purses.full, BigInt(market.profile.voters || 1));
  if (!['utilitarian', 'add1u', 'add1xu'].includes(rule.completion)) {
    return { taken, steps, purse, lost: withTies([...purseReasons(market, run)], steps, rule) };
  }
  const pass = completed(election, rule, taken);
  if (pass.kind === 'tie') return pass;
  const passed = greedyReasons(election, pass.steps, rule.ties);
  const lost = withTies([...withPurses({ market, run }, passed)], steps, rule);
  return { taken: [...taken, ...pass.taken], steps: [...steps, ...pass.steps], purse, lost };
}

/** Who came too late for the rest of the money had failed before it: its supporters could not pay. */
function* withPurses(
  { market, run }: { readonly market: Market; readonly run: SharesRun },
  passed: ReadonlyMap<string, Reason>,
): Generator<readonly [string, Reason]> {
  for (const [project, { id }] of market.election.projects.entries()) {
    const reason = passed.get(id);
    if (reason?.outcome === 'NO_MONEY')
      yield [id, { ...reason, held: moneyOfSupporters(market, run, project) }];
    else if (reason) yield [id, reason];
  }
}

function completed(election: Election, rule: RuleSpec, taken: readonly number[]) {
  const scores = scoresOf(election);
  const spent = taken.reduce((sum, project) => sum + election.projects[project]!.cost, 0n);
  return greedyFrom({
    election,
    scores,
    satisfaction: rule.satisfaction,
    tieOrder: tieOrderOf(election, scores, rule.ties),
    refuseTies: rule.ties === 'refuse',
    left: election.budget - spent,
    taken,
  });
}

/** Who stood equal with a project that was bought, and lost for good, lost by that tie. */
function withTies(
  reasons: readonly (readonly [string, Reason])[],
  steps: readonly SharesStep[],
  { ties }: RuleSpec,
): ReadonlyMap<string, Reason> {
  const lost = new Map(reasons);
  if (ties === 'refuse') return lost;
  for (const { project, tiedWith } of steps) {
    for (const other of tiedWith) {
      if (lost.has(other)) lost.set(other, lostTie([project], ties));
    }
  }
  return lost;
}

function* purseReasons(market: Market, run: SharesRun): Generator<readonly [string, Reason]> {
  const { election } = market;
  const { points } = scoresOf(election);
  const taken = run.purchases.map(({ project }) => project);
  for (const [project, { id, cost, group }] of election.projects.entries()) {
    if (taken.includes(project)) continue;
    const rival = taken.find(
      (other) => group !== undefined && election.projects[other]!.group === group,
    );
    if (rival !== undefined) {
      const margin = points[rival]! - points[project]!;
      yield [id, { outcome: 'CONFLICT', with: election.projects[rival]!.id, margin }];
      continue;
    }
    const left = moneyOfSupporters(market, run, project);
    const cheaper = taken.filter(
      (other) => points[other]! < points[project]! && election.projects[other]!.cost < cost,
    );
    const cheaperWinners = cheaper.map((other) => election.projects[other]!.id);
    yield [id, { outcome: 'NO_MONEY', needed: cost, left, leftIn: 'purses', cheaperWinners }];
  }
}
