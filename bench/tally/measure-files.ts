import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { equalShares } from '#rules/tally/equal-shares/equal-shares.js';
import type { Election } from '#rules/tally/election.js';
import { greedy } from '#rules/tally/greedy.js';
import { phragmen } from '#rules/tally/phragmen/phragmen.js';
import { readPabulibText } from '#rules/tally/pabulib/read-pabulib.js';
import type { Picker } from '#rules/tally/purses/picker.js';
import type { Completion, Satisfaction } from '#rules/tally/rule-spec.js';
import { scoresOf } from '#rules/tally/scores.js';
import { tieOrderOf } from '#rules/tally/ties.js';
import { naiveEqualShares } from './naive-equal-shares.js';
import { leastMilliseconds, milliseconds, round, sumOf } from './stopwatch.js';

interface Recorded {
  readonly file: string;
  readonly pabutoolsSeconds: Readonly<Record<string, number>>;
}

type Count = (election: Election) => unknown;

const COUNTS: Readonly<Record<string, Count>> = {
  greedy_cost: (election) => greedy(election, 'cost', 'id'),
  greedy_card: (election) => greedy(election, 'cardinality', 'id'),
  mes_cost: (election) => shares(election, 'cost', 'none'),
  mes_card: (election) => shares(election, 'cardinality', 'none'),
  mes_cost_add1: (election) => shares(election, 'cost', 'add1'),
  mes_card_add1: (election) => shares(election, 'cardinality', 'add1'),
  phragmen: (election) => phragmen(election, { overspending: 'stop', pick: byId(election) }),
};

const CALLS = 7;

/** The naive one takes minutes on the largest elections; these show the ratio well enough. */
const MOST_BALLOTS_FOR_NAIVE = 4000;

/** Every file and rule, beside what pabutools needed and a naive count in the same run. */
export async function measureFiles(folder: string) {
  const recorded = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Recorded[];
  const rows = [];
  for (const { file, pabutoolsSeconds } of recorded) {
    const path = join(folder, file);
    const bytes = await leastMilliseconds(CALLS, () => readFile(path));
    const text = readFileSync(path, 'utf8');
    const reading = await leastMilliseconds(CALLS, () =>
      readPabulibText(text, { mode: 'lenient' }),
    );
    const election = electionIn(text);
    rows.push({
      file,
      bytes,
      reading,
      pabutoolsSeconds,
      counting: await countings(election),
      naive: await naive(election),
    });
  }
  return { figures: rows.map(({ pabutoolsSeconds: _, ...row }) => row), ratios: ratiosOf(rows) };
}

async function countings(election: Election): Promise<Record<string, number>> {
  const counting: Record<string, number> = {};
  for (const [rule, count] of Object.entries(COUNTS)) {
    const calls = rule.includes('add1') ? 3 : CALLS;
    counting[rule] = await leastMilliseconds(calls, () => count(election));
  }
  return counting;
}

async function naive(election: Election): Promise<number | null> {
  const voters = election.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  if (voters > MOST_BALLOTS_FOR_NAIVE) return null;
  return milliseconds(() => naiveEqualShares(election));
}

interface Row {
  readonly bytes: number;
  readonly reading: number;
  readonly naive: number | null;
  readonly counting: Readonly<Record<string, number>>;
  readonly pabutoolsSeconds: Readonly<Record<string, number>>;
}

function ratiosOf(rows: readonly Row[]): Record<string, number> {
  const total = (rule: string) => sumOf(rows, (row) => row.counting[rule]!);
  const pabutools = (rule: string) => 1000 * sumOf(rows, (row) => row.pabutoolsSeconds[rule] ?? 0);
  const ours = (rule: string) =>
    sumOf(rows, (row) => (row.pabutoolsSeconds[rule] === undefined ? 0 : row.counting[rule]!));
  const compared = rows.filter((row) => row.naive !== null);
  return {
    pabutoolsToGreedyCost: round(pabutools('greedy_cost') / ours('greedy_cost')),
    pabutoolsToSharesCost: round(pabutools('mes_cost') / ours('mes_cost')),
    pabutoolsToSharesCardinality: round(pabutools('mes_card') / ours('mes_card')),
    pabutoolsToPhragmen: round(pabutools('phragmen') / ours('phragmen')),
    naiveToSharesCost: round(
      sumOf(compared, (row) => row.naive!) / sumOf(compared, (row) => row.counting['mes_cost']!),
    ),
    add1ToSharesCost: round(total('mes_cost_add1') / total('mes_cost')),
    add1ToSharesCardinality: round(total('mes_card_add1') / total('mes_card')),
    sharesToReading: round(total('mes_cost') / sumOf(rows, (row) => row.reading)),
    sharesToBytes: round(total('mes_cost') / sumOf(rows, (row) => row.bytes)),
    readingToBytes: round(sumOf(rows, (row) => row.reading) / sumOf(rows, (row) => row.bytes)),
  };
}

function electionIn(text: string): Election {
  const file = readPabulibText(text, { mode: 'lenient' });
  if (file.kind === 'unreadable') throw new Error('An election of the benchmark cannot be read');
  return file.election;
}

function shares(election: Election, satisfaction: Satisfaction, completion: Completion): unknown {
  return equalShares(election, satisfaction, { completion, pick: byId(election) });
}

function byId(election: Election): Picker {
  const order = tieOrderOf(election, scoresOf(election), 'id');
  return (equals) => equals.toSorted(order)[0]!;
}
