import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ASVS_LEVELS } from './asvs-levels.js';
import { type AsvsRow, readAsvsRows } from './asvs-rows.js';
import { evidenceIn, faultOf } from './evidence.js';

const STATES = ['met', 'not applicable', 'open'];
const SUMMARY = 'docs/security/asvs.md';
const LEVEL = 2;
/** Who somebody is, how long, what for, and what that gives: there nothing may stay open. */
const CLOSED = ['V6', 'V7', 'V8', 'V10'];

const rows = readAsvsRows();

describe('the list of ASVS 5.0.0', () => {
  it('has as many requirements as the standard', () => {
    const levels = [...ASVS_LEVELS.values()];
    expect([1, 2, 3].map((level) => levels.filter((each) => each === level).length)).toEqual([
      70, 183, 92,
    ]);
  });

  it('answers every requirement up to level 2 once, with its level, in its chapter', () => {
    const wanted = [...ASVS_LEVELS].filter(([, level]) => level <= LEVEL);
    const written = rows.map(({ id, level }) => [id, Number(level)]);
    expect(written).toEqual(wanted);
    expect(rows.filter(({ id, chapter }) => `V${id.split('.')[0]}` !== chapter)).toEqual([]);
  });

  it('knows three states', () => {
    expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
  });

  it.each(CLOSED)('has nothing open in %s', (chapter) => {
    expect(rows.filter((row) => row.chapter === chapter && row.state === 'open')).toEqual([]);
  });

  it('names evidence for whatever is met, and a reason for the rest', () => {
    const without = rows.filter(({ state, how }) =>
      state === 'met' ? evidenceIn(how).length === 0 : how === '',
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('points at files that are there and at words that stand in them', () => {
    const faults = rows.flatMap(({ id, how }) =>
      evidenceIn(how).flatMap((evidence) => {
        const fault = faultOf(evidence);
        return fault ? [`${id}: ${fault}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('is summed up as it is', () => {
    expect(readSummary()).toEqual(sumsOf(rows));
  });
});

type Sums = Readonly<Record<string, readonly number[]>>;

function sumsOf(all: readonly AsvsRow[]): Sums {
  const chapters = [...new Set(all.map(({ chapter }) => chapter))];
  const sums = chapters.map((chapter) => [chapter, countsOf(all, chapter)]);
  return Object.fromEntries([...sums, ['All', countsOf(all)]]) as Sums;
}

/** Met, not applicable, open. */
function countsOf(all: readonly AsvsRow[], chapter?: string): readonly number[] {
  const own = all.filter((row) => chapter === undefined || row.chapter === chapter);
  return STATES.map((state) => own.filter((row) => row.state === state).length);
}

function readSummary(): Sums {
  const lines = readFileSync(SUMMARY, 'utf8').matchAll(
    /^\| \[?(V\d+|All)\b[^|]*\| *(\d+) *\| *(\d+) *\| *(\d+) *\|$/gm,
  );
  return Object.fromEntries(
    [...lines].map(([, chapter, ...counts]) => [chapter, counts.map(Number)]),
  ) as Sums;
}
