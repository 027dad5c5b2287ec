import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FINDING_CODES } from '#rules/tally/pabulib/findings.js';
import { LANGUAGES, languageOf, textsIn } from './language.js';
import { buildProgram } from './program.js';
import { Refused } from './refused.js';

const VILLAGE = 'test/golden/elections/aqbulaq.pb';

let printed = '';
let warned = '';

beforeEach(() => {
  printed = warned = '';
  jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => Boolean((printed += String(text))));
  jest
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => Boolean((warned += String(text))));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

describe('recount tally', () => {
  it('prints one JSON value with winners, steps and a reason for each project', async () => {
    await recount('tally', VILLAGE, '--rule', 'greedy', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      rule: 'greedy',
      satisfaction: 'cost',
      completion: 'none',
      ties: 'refuse',
      budget: '6000000',
      projects: 5,
      ballots: 12,
      winners: ['1', '3', '5'],
      cost: '5950000.5',
      reasons: {
        '2': { outcome: 'NO_MONEY', needed: '3100000', left: '2500000', leftIn: 'budget' },
      },
    });
  });

  it('counts by equal shares with exact prices', async () => {
    await recount('tally', VILLAGE, '--rule', 'equal-shares', '--completion', 'add1u', '--json');
    const { winners, steps } = JSON.parse(printed) as { winners: string[]; steps: object[] };
    expect(winners).toEqual(['1', '3', '5']);
    expect(steps[0]).toMatchObject({ project: '1', price: '437500', q: '1/8', payers: 8 });
  });

  it('counts the same ballots under other conditions: a dry run', async () => {
    const trial = ['--minimum-votes', '8', '--budget', '6000000.125'];
    await recount('tally', VILLAGE, '--rule', 'greedy', ...trial, '--json');
    expect(JSON.parse(printed)).toMatchObject({
      budget: '6000000.125',
      winners: ['1'],
      cost: '3500000',
      reasons: { '3': { outcome: 'BELOW_MINIMUM', minimum: 8 } },
    });
  });

  it.each(LANGUAGES)('speaks %s to people', async (language) => {
    await buildProgram(textsIn(language)).parseAsync(argv('tally', VILLAGE, '--rule', 'greedy'));
    expect(printed).toContain(textsIn(language).say('published.same'));
    expect(printed).not.toMatch(/\{\w+\}|reason\.|undefined/);
  });

  it('makes a tie the result and ends with 1', async () => {
    const path = fileWith(TIED.replaceAll('\n', '\r\n'));
    await recount('tally', path, '--rule', 'greedy', '--json');
    expect(JSON.parse(printed)).toMatchObject({ tie: { between: ['1', '2'], settled: [] } });
    expect(warned).toContain('1, 2');
    expect(process.exitCode).toBe(1);
  });

  it('names every fault of a malformed file with its line and prints nothing', async () => {
    const path = fileWith(
      TIED.replace('1;60', '1;-60').replace('a;1', 'a;9').replace('budget;60', 'budget;0'),
    );
    await expect(recount('tally', path, '--rule', 'greedy')).rejects.toEqual(
      new Refused([
        'line 9: The budget "0" is not a sum above 0',
        'line 15: The cost "-60" of 1 is not a sum',
      ]),
    );
    await expect(recount('tally', path, '--rule', 'greedy', '--strict')).rejects.toMatchObject({
      lines: expect.arrayContaining(['line 19: A vote for the unknown project 9']) as unknown,
    });
    expect(printed).toBe('');
  });

  it('says so when there is no such file', async () => {
    await expect(recount('tally', 'none.pb', '--rule', 'greedy')).rejects.toMatchObject({
      exitCode: 2,
    });
  });
});

describe('recount for people', () => {
  it.each([
    ['kk', '5\u00a0950\u00a0000,5'],
    ['ru', '5\u00a0950\u00a0000,5'],
    ['en', '5\u00a0950\u00a0000.5'],
  ] as const)('writes sums as %s does', async (language, sum) => {
    await buildProgram(textsIn(language)).parseAsync(argv('tally', VILLAGE, '--rule', 'greedy'));
    expect(printed).toContain(sum);
  });

  it('tells what the supporters of a winner of equal shares paid', async () => {
    await recount('explain', VILLAGE, '1', '--rule', 'equal-shares', '--ties', 'id');
    expect(printed).toContain('The price of a point was 437\u00a0500: 8 supporters paid');
  });

  it('tells the oddities of a file even when a tie is the result', async () => {
    const path = fileWith(TIED.replace('num_votes;2', 'num_votes;7'));
    await recount('tally', path, '--rule', 'greedy');
    expect(warned).toContain('line 8: META tells 7 votes, there are 2');
    expect(process.exitCode).toBe(1);
  });
});

describe('recount compare', () => {
  it('sets two rules side by side on the same ballots', async () => {
    await recount('compare', VILLAGE, 'equal-shares/cost/add1u', 'greedy/cardinality', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      first: { winners: ['1', '3', '5'] },
      second: { measures: { voters: 12 } },
    });
  });

  it('takes a file of winners', async () => {
    const winners = join(folder, 'winners.txt');
    writeFileSync(winners, '1\n3\n5\n');
    await recount('compare', VILLAGE, 'greedy', winners, '--json');
    expect(JSON.parse(printed)).toMatchObject({ same: true, onlyFirst: [], onlySecond: [] });
  });
});

describe('recount explain', () => {
  it('tells what a loser lacked', async () => {
    await recount('explain', VILLAGE, '2', '--rule', 'greedy', '--ties', 'id', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      reason: { outcome: 'NO_MONEY' },
      counterfactual: { moreVotes: 3, costAtMost: '2500000', smallest: true },
    });
  });
});

describe('Texts', () => {
  it('have the same keys in every language, and one for each finding', () => {
    const [kk, ru, en] = LANGUAGES.map((language) => keysOf(language));
    expect(ru).toEqual(kk);
    expect(en).toEqual(kk);
    expect(kk).toEqual(expect.arrayContaining([...FINDING_CODES]));
  });

  it.each([
    [['--lang', 'kk'], {}, 'kk'],
    [['--lang=ru'], { LANG: 'kk_KZ.UTF-8' }, 'ru'],
    [[], { LANG: 'kk_KZ.UTF-8' }, 'kk'],
    [[], { LANG: 'C' }, 'en'],
  ])('of %j in %j are %s', (words, env, language) => {
    expect(languageOf(words, env)).toBe(language);
  });
});

const TIED = `META
key;value
description;Tie
country;Kazakhstan
unit;Aqbulaq
instance;2026
num_projects;2
num_votes;2
budget;60
vote_type;approval
rule;greedy
date_begin;2026
PROJECTS
project_id;cost
1;60
2;60
VOTES
voter_id;vote
a;1
b;2
`;

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const path = join(folder, `${readdirSync(folder).length}.pb`);
  writeFileSync(path, text);
  return path;
}

function argv(...words: readonly string[]): string[] {
  return ['node', 'recount', ...words];
}

async function recount(...words: readonly string[]): Promise<void> {
  await buildProgram(textsIn('en')).parseAsync(argv(...words));
}

function keysOf(language: (typeof LANGUAGES)[number]): string[] {
  const texts = textsIn(language);
  return texts.keys.toSorted();
}
