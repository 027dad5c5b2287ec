import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countElection } from './count.js';
import type { Election } from './election.js';
import { readPabulibText } from './pabulib/read-pabulib.js';
import { ruleSpec, type Completion, type RuleSpec, type Satisfaction } from './rule-spec.js';

/** The keys of expected.json and the rules that they stand for. */
const RULES: Readonly<Record<string, Pick<RuleSpec, 'name'> & Partial<RuleSpec>>> = {
  greedy_cost: { name: 'greedy', satisfaction: 'cost' },
  greedy_card: { name: 'greedy', satisfaction: 'cardinality' },
  phragmen: { name: 'phragmen' },
  ...sharesRules('cost', 'mes_cost'),
  ...sharesRules('cardinality', 'mes_card'),
};

function sharesRules(satisfaction: Satisfaction, prefix: string): typeof RULES {
  const shares = (completion: Completion) =>
    ({ name: 'equal-shares', satisfaction, completion }) as const;
  return {
    [prefix]: shares('none'),
    [`${prefix}_add1`]: shares('add1'),
    [`${prefix}_add1_u`]: shares('add1u'),
    [`${prefix}_add1x`]: shares('add1x'),
    [`${prefix}_add1x_u`]: shares('add1xu'),
  };
}

interface ExpectedElection {
  readonly file: string;
  readonly ballots: number;
  readonly projects: number;
  readonly rules: Readonly<Record<string, readonly string[] | { winners: readonly string[] }>>;
}

const MICRO = 'test/golden/pb-micro';
const REAL = process.env['QATYSU_ELECTIONS'] ?? '../shared/pb';

describe('Winners of 300 small elections with ties, fractions and odd ids', () => {
  for (const expected of expectedIn(MICRO)) {
    it(expected.file, () => compare(MICRO, expected));
  }
});

describe('Winners of real Pabulib elections', () => {
  if (!existsSync(join(REAL, 'expected.json'))) {
    it.skip(`no elections in ${REAL}: set QATYSU_ELECTIONS`, () => undefined);
    return;
  }
  for (const expected of expectedIn(REAL)) {
    it(expected.file, () => compare(REAL, expected), 60_000);
  }
});

function expectedIn(folder: string): readonly ExpectedElection[] {
  return JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ExpectedElection[];
}

function compare(folder: string, expected: ExpectedElection): void {
  const election = read(join(folder, expected.file));
  expect(election.projects).toHaveLength(expected.projects);
  const wanted: Record<string, readonly string[]> = {};
  const found: Record<string, readonly string[]> = {};
  for (const [key, result] of Object.entries(expected.rules)) {
    const [rule, ties = 'id'] = key.split('@') as [string, 'cost-votes-id'?];
    const spec = RULES[rule];
    if (!spec) continue;
    wanted[key] = 'winners' in result ? result.winners : result;
    found[key] = winnersOf(election, ruleSpec({ ...spec, ties }));
  }
  expect(found).toEqual(wanted);
}

function read(path: string): Election {
  const file = readPabulibText(readFileSync(path, 'utf8'), { mode: 'lenient' });
  if (file.kind === 'unreadable') throw new Error(JSON.stringify(file.faults));
  return file.election;
}

function winnersOf(election: Election, spec: RuleSpec): readonly string[] {
  const outcome = countElection(election, spec);
  return outcome.kind === 'outcome' ? outcome.winners : [];
}
