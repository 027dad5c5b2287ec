import { fraction } from '#rules/kernel/fraction.js';
import type { Counted } from '../counted.js';
import type { Election } from '../election.js';
import { lostTie } from '../greedy-reasons.js';
import type { PhragmenStep, Reason } from '../outcome.js';
import type { Picker } from '../purses/picker.js';
import type { RuleSpec } from '../rule-spec.js';
import { scoresOf } from '../scores.js';
import { phragmen, type DueProject } from './phragmen.js';

/** Phragmén's rule, explained. */
export function countPhragmen(election: Election, rule: RuleSpec, pick: Picker): Counted {
  const due = phragmen(election, { overspending: rule.overspending, pick });
  const steps = due.map((project) => stepOf(election, project));
  const taken = due.flatMap((step) => (step.taken ? [step.project] : []));
  return { taken, steps, lost: new Map(reasonsOf(election, { taken, steps, rule })) };
}

function stepOf(election: Election, due: DueProject): PhragmenStep {
  const { id, cost } = election.projects[due.project]!;
  return {
    kind: 'phragmen',
    project: id,
    cost,
    left: due.left,
    taken: due.taken,
    time: due.time && fraction(due.time.num, due.time.den),
    supporters: due.supporters,
    tiedWith: due.tied.map((project) => election.projects[project]!.id),
  };
}

interface PhragmenCount {
  readonly taken: readonly number[];
  readonly steps: readonly PhragmenStep[];
  readonly rule: RuleSpec;
}

function* reasonsOf(
  election: Election,
  { taken, steps, rule }: PhragmenCount,
): Generator<readonly [string, Reason]> {
  const won = new Set(taken.map((project) => election.projects[project]!.id));
  const spent = taken.reduce((sum, project) => sum + election.projects[project]!.cost, 0n);
  const end = steps.find((step) => !step.taken);
  const { points } = scoresOf(election);
  for (const [position, { id, cost, group }] of election.projects.entries()) {
    if (won.has(id)) continue;
    const rival = taken.find(
      (other) => group !== undefined && election.projects[other]!.group === group,
    );
    const left = cost > election.budget ? election.budget : election.budget - spent;
    yield rival === undefined
      ? [id, lostFor({ id, cost, left, steps, end, rule })]
      : [id, conflict(election.projects[rival]!.id, points[rival]! - points[position]!)];
  }
}

function conflict(winner: string, margin: number): Reason {
  return { outcome: 'CONFLICT', with: winner, margin };
}

interface Loser {
  readonly id: string;
  readonly cost: bigint;
  readonly left: bigint;
  readonly steps: readonly PhragmenStep[];
  readonly end: PhragmenStep | undefined;
  readonly rule: RuleSpec;
}

function lostFor({ id, cost, left, steps, end, rule }: Loser): Reason {
  const equal = steps.find((step) => step.taken && step.tiedWith.includes(id) && cost <= step.left);
  if (equal && rule.ties !== 'refuse') return lostTie([equal.project], rule.ties);
  const turn = steps.findIndex((step) => step.project === id);
  const later = turn === -1 ? [] : steps.slice(turn + 1).filter((step) => step.taken);
  const ended = rule.overspending === 'stop' && end && turn === -1 && cost <= left;
  return {
    outcome: 'NO_MONEY',
    needed: cost,
    left: steps[turn]?.left ?? left,
    leftIn: 'budget',
    cheaperWinners: later.map(({ project }) => project),
    ...(ended && { endedAt: end.project }),
  };
}
