import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assessSheetEntry, differingLines, type ReadLine, standingOfSheet } from './paper-sheet.js';

const by = (who: string): ReadLine => ({ mark: 'signed', who });
const blank: ReadLine = { mark: 'blank', who: null };
const illegible: ReadLine = { mark: 'illegible', who: null };

const line = fc.constantFrom(by('a'), by('b'), by('c'), blank, illegible);
const reading = fc.array(line, { minLength: 4, maxLength: 4 });

describe('standingOfSheet', () => {
  it.each([
    [[], { kind: 'to-read', pass: 1, differing: [] }],
    [[[by('a')]], { kind: 'to-read', pass: 2, differing: [] }],
    [[[by('a')], [by('a')]], { kind: 'settled', lines: [by('a')] }],
    [
      [
        [by('a'), blank],
        [by('b'), blank],
      ],
      { kind: 'to-read', pass: 3, differing: [1] },
    ],
    [[[by('a')], [by('b')], [by('a')]], { kind: 'settled', lines: [by('a')] }],
    [[[by('a')], [by('b')], [by('b')]], { kind: 'settled', lines: [by('b')] }],
    [[[by('a')], [by('b')], [by('c')]], { kind: 'settled', lines: [illegible] }],
    [[[by('a')], [blank], [blank]], { kind: 'settled', lines: [blank] }],
  ])('%j → %j', (readings, standing) => {
    expect(standingOfSheet(readings)).toEqual(standing);
  });

  it('counts nobody whom fewer than two people read', () => {
    fc.assert(
      fc.property(reading, reading, reading, (first, second, third) => {
        const standing = standingOfSheet([first, second, third]);
        if (standing.kind !== 'settled') throw new Error('Three readings settle a sheet');
        standing.lines.forEach(({ who }, place) => {
          if (who === null) return;
          const read = [first, second, third].filter((each) => each[place]!.who === who);
          expect(read.length).toBeGreaterThanOrEqual(2);
        });
      }),
    );
  });

  it('does not mind who read first', () => {
    fc.assert(
      fc.property(reading, reading, (first, second) => {
        expect(differingLines(first, second)).toEqual(differingLines(second, first));
      }),
    );
  });
});

describe('assessSheetEntry', () => {
  const entry = {
    clerkId: 'clerk',
    earlierClerkIds: ['other'],
    deputyId: 'deputy',
    lines: [by('a'), blank],
    expected: 2,
  };
  const codesOf = (changes: object) =>
    assessSheetEntry({ ...entry, ...changes }).map(({ code }) => code);

  it.each([
    [{}, []],
    [{ earlierClerkIds: ['other', 'clerk'] }, ['sheet.read_before']],
    [{ deputyId: 'clerk' }, ['sheet.own_petition']],
    [{ expected: 1 }, ['sheet.lines_missing']],
    [{ expected: 3 }, ['sheet.lines_missing']],
    [{ lines: [{ mark: 'signed', who: null }, blank] }, ['sheet.signer_missing']],
    [{ lines: [{ mark: '?', who: 'a' }, blank] }, ['sheet.line_unmarked']],
  ])('%j → %j', (changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });
});
