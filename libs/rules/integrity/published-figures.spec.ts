import { describe, expect, it } from '@jest/globals';
import type { RoundFigures } from './integrity-report.js';
import { OTHER_PLACES, publishedFigures } from './published-figures.js';

const quiet: RoundFigures = {
  ballots: 200,
  places: [],
  minutes: [],
  nightBallots: 0,
  years: [],
};

describe('publishedFigures', () => {
  it.each([
    [
      [20, 30],
      [20, 30],
    ],
    [[9, 30], [39]],
    [
      [9, 1, 30],
      [30, 10],
    ],
    [
      [9, 8, 30],
      [30, 17],
    ],
    [[9], []],
    [[10], [10]],
  ])('places with %j ballots are shown as %j', (ballots, shown) => {
    const places = ballots.map((each, place) => ({
      territory: `99000000${place}`,
      ballots: each,
      adults: 100,
    }));
    const figures = publishedFigures({ ...quiet, places });
    expect(figures.places.map((place) => place.ballots)).toEqual(shown);
    const merged = shown.length < ballots.length && shown.length > 0;
    expect(figures.places.some(({ territory }) => territory === OTHER_PLACES)).toBe(merged);
  });

  it.each([
    [9, null],
    [10, 10],
  ])('a busiest minute of %d', (busiest, shown) => {
    expect(publishedFigures({ ...quiet, minutes: [1, busiest] }).busiestMinute).toBe(shown);
  });

  it.each([
    [9, null],
    [10, 5],
    [190, 95],
    [191, null],
  ])('%d of 200 ballots at night', (nightBallots, shown) => {
    expect(publishedFigures({ ...quiet, nightBallots }).nightPercent).toBe(shown);
  });
});
