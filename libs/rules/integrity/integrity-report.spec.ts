import { describe, expect, it } from '@jest/globals';
import { assessIntegrity, type RoundFigures } from './integrity-report.js';
import { integrityThresholdsOn } from './integrity-thresholds.js';

const thresholds = integrityThresholdsOn('2027-04-11');
const quiet: RoundFigures = {
  ballots: 200,
  places: [{ territory: '990000000', ballots: 200, adults: 1_000 }],
  minutes: Array.from({ length: 100 }, () => 2),
  nightBallots: 10,
  years: [
    { bornIn: 1980, ballots: 100, adults: 500 },
    { bornIn: 1990, ballots: 100, adults: 500 },
  ],
};

describe('assessIntegrity', () => {
  it('finds nothing in a quiet voting, nor in one without ballots', () => {
    expect(assessIntegrity(quiet, thresholds)).toEqual([]);
    const none = { ballots: 0, places: [], minutes: [], nightBallots: 0, years: [] };
    expect(assessIntegrity(none, thresholds)).toEqual([]);
  });

  it.each([
    [99, []],
    [100, []],
    [101, [101]],
  ])('%d ballots of 100 adults', (ballots, measured) => {
    const places = [{ territory: '990000000', ballots, adults: 100 }];
    expect(valuesOf({ ...quiet, places }, 'ballots-above-adults')).toEqual(measured);
  });

  it('tells no number of a place where fewer than ten voted', () => {
    const of = (ballots: number) => ({
      ...quiet,
      places: [{ territory: '990000100', ballots, adults: 3 }],
    });
    expect(valuesOf(of(9), 'ballots-above-adults')).toEqual([null]);
    expect(valuesOf(of(10), 'ballots-above-adults')).toEqual([333]);
  });

  it.each([
    [2, 39, []],
    [2, 40, [40]],
    [2, 41, [41]],
    [1, 29, []],
    [1, 30, [30]],
  ])('a median minute of %d and a busiest of %d', (usual, busiest, measured) => {
    const minutes = [...Array.from({ length: 99 }, () => usual), busiest];
    expect(valuesOf({ ...quiet, minutes }, 'burst')).toEqual(measured);
  });

  it.each([
    [200, 29, []],
    [200, 30, []],
    [200, 31, [16]],
    [99, 99, []],
    [100, 16, [16]],
  ])('of %d ballots %d at night', (ballots, nightBallots, measured) => {
    expect(valuesOf({ ...quiet, ballots, nightBallots }, 'night')).toEqual(measured);
  });

  it.each([
    [29, 10, []],
    [30, 50, []],
    [30, 49, [30]],
    [31, 10, [31]],
  ])('%d ballots of %d adults born in one year', (ballots, adults, measured) => {
    const years = [
      { bornIn: 2008, ballots, adults },
      { bornIn: 1980, ballots: 200 - ballots, adults: 1_000 - adults },
    ];
    expect(valuesOf({ ...quiet, years }, 'age-cluster')).toEqual(measured);
  });
});

describe('integrityThresholdsOn', () => {
  it('has an answer for every day', () => {
    expect(integrityThresholdsOn('1999-01-01')).toBe(integrityThresholdsOn('2026-01-01'));
  });
});

function valuesOf(figures: RoundFigures, signal: string): (number | null)[] {
  return assessIntegrity(figures, thresholds)
    .filter((finding) => finding.signal === signal)
    .map((finding) => finding.measured);
}
