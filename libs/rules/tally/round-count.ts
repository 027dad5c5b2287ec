import { countElection } from './count.js';
import type { Election } from './election.js';
import { withoutProjects } from './narrow-election.js';
import type { Outcome, Reason, Tie } from './outcome.js';
import type { RoundPot } from './round-pot.js';
import { filterOf, type Filter, type FilterName } from './round-filters.js';
import type { RuleSpec } from './rule-spec.js';

/**
 * What a round does to its projects, in the sequence of its published rule text. What stands
 * before `count` takes projects out beforehand; what stands after it takes them out of the
 * winners, and their money stays unspent.
 */
export type RoundStep = FilterName | 'count';

export interface RoundRules {
  readonly rule: RuleSpec;
  readonly application: readonly RoundStep[];
}

export interface PotOutcome {
  readonly pot: string;
  readonly result: Outcome | Tie;
}

/**
 * Counts every pot of a round. Of projects that share a group one at most wins, also across
 * pots: an earlier pot comes first.
 *
 * @example countRound(pots, { rule, application: ['withdrawn', 'minimum-votes', 'count', 'council-refused'] })
 */
export function countRound(pots: readonly RoundPot[], rules: RoundRules): readonly PotOutcome[] {
  const closed = new Map<string, string>();
  return pots.map((pot) => {
    const result = countPot(pot, rules, closed);
    if (result.kind === 'outcome') closeGroups(pot.election, result, closed);
    return { pot: pot.id, result };
  });
}

/** The same for one pot; `closed` names groups that have their winner elsewhere. */
export function countPot(
  pot: RoundPot,
  { rule, application }: RoundRules,
  closed: ReadonlyMap<string, string> = new Map(),
): Outcome | Tie {
  const turn = application.indexOf('count');
  if (turn === -1) throw new RangeError('The round never counts');
  const filters = application.flatMap((step) => (step === 'count' ? [] : [filterOf(step)]));
  const out = new Map<string, Reason>(conflictsElsewhere(pot.election, closed));
  for (const filter of filters.slice(0, turn)) {
    const tie = applyBefore(filter, { pot, rule, out });
    if (tie) return tie;
  }
  const counted = countElection(withoutProjects(pot.election, new Set(out.keys())), rule);
  if (counted.kind === 'tie') return counted;
  return settle(pot, counted, { out, after: filters.slice(turn) });
}

interface Applying {
  readonly pot: RoundPot;
  readonly rule: RuleSpec;
  readonly out: Map<string, Reason>;
}

function applyBefore(filter: Filter, { pot, rule, out }: Applying): Tie | null {
  const election = withoutProjects(pot.election, new Set(out.keys()));
  const removed = filter({ ...pot, election }, rule.ties);
  if ('kind' in removed) return removed;
  for (const [id, reason] of removed) out.set(id, reason);
  return null;
}

function settle(
  pot: RoundPot,
  counted: Outcome,
  { out, after }: { readonly out: Map<string, Reason>; readonly after: readonly Filter[] },
): Outcome {
  const fallen = new Map<string, Reason>();
  for (const filter of after) {
    const removed = filter(pot, 'id');
    if ('kind' in removed) continue;
    for (const [id, reason] of removed) if (!fallen.has(id) && !out.has(id)) fallen.set(id, reason);
  }
  const winners = counted.winners.filter((id) => !fallen.has(id));
  const won = winners.map((id, place): readonly [string, Reason] => [
    id,
    { outcome: 'WON', place: place + 1 },
  ]);
  const costs = new Map(pot.election.projects.map(({ id, cost }) => [id, cost]));
  return {
    ...counted,
    winners,
    cost: winners.reduce((sum, id) => sum + costs.get(id)!, 0n),
    reasons: new Map([...counted.reasons, ...out, ...fallen, ...won]),
  };
}

function* conflictsElsewhere(
  election: Election,
  closed: ReadonlyMap<string, string>,
): Generator<readonly [string, Reason]> {
  for (const { id, group } of election.projects) {
    const winner = group === undefined ? undefined : closed.get(group);
    if (winner !== undefined) yield [id, { outcome: 'CONFLICT', with: winner, margin: 0 }];
  }
}

function closeGroups(election: Election, result: Outcome, closed: Map<string, string>): void {
  for (const { id, group } of election.projects) {
    if (group !== undefined && result.winners.includes(id)) closed.set(group, id);
  }
}
