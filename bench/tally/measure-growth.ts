import { countElection } from '#rules/tally/count.js';
import type { Election } from '#rules/tally/election.js';
import { PabulibReader } from '#rules/tally/pabulib/pabulib-reader.js';
import { ruleSpec, type RuleSpec } from '#rules/tally/rule-spec.js';
import { round, secondsOf } from './stopwatch.js';
import { asPabulib, syntheticElection } from './synthetic-election.js';

const PROJECTS = 300;
const SIZES = [10_000, 100_000, 1_000_000];
const RULES: readonly RuleSpec[] = [
  ruleSpec({ name: 'greedy', ties: 'id' }),
  ruleSpec({ name: 'equal-shares', ties: 'id' }),
  ruleSpec({ name: 'equal-shares', satisfaction: 'cardinality', ties: 'id' }),
  ruleSpec({ name: 'phragmen', ties: 'id' }),
];

/** Invented cities of ten, a hundred thousand and a million voters, by every rule. */
export function measureGrowth() {
  const figures = SIZES.map((voters) => {
    const election = syntheticElection(voters, PROJECTS);
    const seconds = Object.fromEntries(
      RULES.map((rule) => [nameOf(rule), secondsOf(() => countElection(election, rule))]),
    );
    return {
      voters,
      projects: PROJECTS,
      reading: readingSeconds(election),
      ...seconds,
      residentMegabytes: residentMegabytes(),
    };
  });
  const growthOf = (key: string) => {
    const [, middle, large] = figures as unknown as readonly Record<string, number>[];
    return round(large![key]! / middle![key]! / (SIZES[2]! / SIZES[1]!));
  };
  const names = ['reading', ...RULES.map(nameOf)];
  return {
    figures,
    ratios: Object.fromEntries(names.map((name) => [`growth ${name}`, growthOf(name)])),
  };
}

function nameOf({ name, satisfaction }: RuleSpec): string {
  return name === 'equal-shares' ? `${name} ${satisfaction}` : name;
}

/** The file is never whole in memory: it is written and read piece by piece. */
function readingSeconds(election: Election): number {
  const reader = new PabulibReader({ mode: 'lenient' });
  let seconds = 0;
  for (const piece of asPabulib(election)) seconds += secondsOf(() => reader.feed(piece));
  return round(seconds + secondsOf(() => reader.finish()));
}

function residentMegabytes(): number {
  return Math.round(process.memoryUsage.rss() / 1_048_576);
}
