import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  filesOf,
  packAt,
  receiptOf,
  resealed,
  sampleMatter,
} from '#test/support/builders/sample-archive.js';
import { LANGUAGES, textsIn } from './language.js';
import { buildProgram } from './program.js';
import { Refused } from './refused.js';

let folder = '';
let good = '';
let forged = '';
let printed = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  good = join(folder, 'good.zip');
  forged = join(folder, 'forged.zip');
  const files = await filesOf(sampleMatter());
  await packAt(good, files);
  const result = files.get('result.json')!.replace('"votes": 8', '"votes": 9');
  await packAt(forged, resealed(new Map(files).set('result.json', result)));
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  printed = '';
  jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => Boolean((printed += String(text))));
});
afterEach(() => void jest.restoreAllMocks());

function recount(language: (typeof LANGUAGES)[number], ...words: string[]) {
  const argv = ['node', 'recount', 'verify', ...words];
  return buildProgram(textsIn(language)).parseAsync(argv);
}

describe('recount verify', () => {
  it('prints one JSON value about an archive that holds', async () => {
    await recount('en', good, '--receipt', receiptOf(3).toLowerCase(), '--json');
    expect(JSON.parse(printed)).toMatchObject({
      holds: true,
      ballots: 12,
      receipts: [{ code: receiptOf(3), state: 'counted' }],
    });
  });

  it('names the first thing that does not hold and ends with 1', async () => {
    const refusal = await recount('en', forged, '--json').catch((error: unknown) => error);
    expect(refusal).toEqual(
      new Refused(['Does not hold: 710000000, project 1: 9 votes in the result, 8 by the ballots']),
    );
    expect(refusal).toMatchObject({ exitCode: 1 });
    expect(JSON.parse(printed)).toMatchObject({
      holds: false,
      code: 'tally.project_votes',
      details: { project: '1', stated: 9, counted: 8 },
    });
  });

  it.each([
    ['an archive that is not there', ['none.zip']],
    ['a checkpoint that is not there', ['GOOD', '--checkpoint', 'none.txt']],
    ['something that is no receipt', ['GOOD', '--receipt', '1234']],
  ])('is asked wrongly about %s', async (_, words) => {
    const asked = words.map((word) => (word === 'GOOD' ? good : word));
    await expect(recount('en', ...asked)).rejects.toMatchObject({ exitCode: 2 });
  });

  it.each(LANGUAGES)('speaks %s to people', async (language) => {
    await recount(language, good, '--receipt', receiptOf(12));
    expect(printed).not.toMatch(/\{\w+\}|verify\.|undefined/);
    expect(printed.split('\n').length).toBeGreaterThan(7);
  });

  it('has words for every fault that it can find', () => {
    const sources = [
      ...readdirSync('apps/recount/verify')
        .filter((name) => !name.endsWith('.spec.ts'))
        .map((name) => `apps/recount/verify/${name}`),
      'libs/rules/archive/result-differences.ts',
    ].map((path) => readFileSync(path, 'utf8'));
    const codes = sources.flatMap((text) =>
      [
        ...text.matchAll(
          /'((?:zip|manifest|document|checkpoint|leaf|receipt|count|roll|ballots|tally|record|result|opening)\.[a-z_]+)'/g,
        ),
      ].map(([, code]) => code!),
    );
    expect(codes.length).toBeGreaterThan(40);
    for (const language of LANGUAGES) {
      const keys = new Set(textsIn(language).keys);
      const silent = codes.filter(
        (code) => !keys.has(`verify.${code}`) && !/\.(json|csv|jsonl|txt)$/.test(code),
      );
      expect([language, silent]).toEqual([language, []]);
    }
  });
});

/** The lines that the page shows to a journalist, run by whatever Python is there. */
describe('the lines of Python on the page', () => {
  const python = pythonHere();

  (python === null ? it.skip : it)('say the same as we do', async () => {
    const { CHECK_LEDGER_WITH_PYTHON } =
      await import('#apps/portal/pages/ledger/checking-commands.js');
    const check = (archive: string) =>
      execFileSync(python!, ['-c', CHECK_LEDGER_WITH_PYTHON.replace('archive.zip', archive)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    expect(check(good)).toMatch(/^holds: 22 /);
    const files = await filesOf(sampleMatter());
    const leaves = files.get('ledger/leaves.jsonl')!.replace('"commitment":"', '"commitment":"0');
    const spoilt = join(folder, 'spoilt.zip');
    await packAt(spoilt, new Map(files).set('ledger/leaves.jsonl', leaves));
    expect(() => check(spoilt)).toThrow(/does not hold/);
  });
});

function pythonHere(): string | null {
  try {
    execFileSync('python3', ['--version']);
    return 'python3';
  } catch {
    return null;
  }
}
