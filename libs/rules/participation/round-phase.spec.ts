import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ROUND_PHASES,
  type RoundActs,
  type RoundCalendar,
  assessCalendarSequence,
  phaseAt,
} from './round-phase.js';

const calendar: RoundCalendar = {
  intakeFrom: 1000,
  intakeUntil: 2000,
  reviewUntil: 3000,
  votingFrom: 4000,
  votingUntil: 5000,
  decisionBy: 6000,
};
const announced: RoundActs = { announcedAt: 100, closedAt: null, publishedAt: null };

describe('phaseAt', () => {
  it.each([
    [99, 'preparing'],
    [100, 'announced'],
    [999, 'announced'],
    [1000, 'intake'],
    [1999, 'intake'],
    [2000, 'review'],
    [2999, 'review'],
    [3000, 'listed'],
    [3999, 'listed'],
    [4000, 'voting'],
    [4999, 'voting'],
    [5000, 'counting'],
    [9999, 'counting'],
  ])('at %d is %s', (now, phase) => {
    expect(phaseAt(now, calendar, announced)).toBe(phase);
  });

  it('follows closure and publication once they are on record', () => {
    const acts = { announcedAt: 100, closedAt: 5100, publishedAt: 5900 };
    expect(phaseAt(5099, calendar, acts)).toBe('counting');
    expect(phaseAt(5100, calendar, acts)).toBe('deciding');
    expect(phaseAt(5899, calendar, acts)).toBe('deciding');
    expect(phaseAt(5900, calendar, acts)).toBe('published');
  });

  it('reads instants with offsets', () => {
    const texts = {
      ...calendar,
      votingFrom: '2027-04-06T00:00:00+05:00',
      votingUntil: '2027-04-25T00:00:00+05:00',
    };
    expect(phaseAt('2027-04-24T23:59:59.999+05:00', texts, announced)).toBe('voting');
    expect(phaseAt('2027-04-24T18:59:59.999Z', texts, announced)).toBe('voting');
    expect(phaseAt('2027-04-24T19:00:00Z', texts, announced)).toBe('counting');
  });

  it('never goes back as time goes on', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(9000), (one, other) => {
        const placeAt = (now: number) => ROUND_PHASES.indexOf(phaseAt(now, calendar, announced));
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        expect(placeAt(earlier)).toBeLessThanOrEqual(placeAt(later));
      }),
    );
  });
});

describe('assessCalendarSequence', () => {
  it('accepts a calendar in sequence, with voting straight after the review', () => {
    expect(assessCalendarSequence(calendar)).toEqual([]);
    expect(assessCalendarSequence({ ...calendar, votingFrom: 3000 })).toEqual([]);
  });

  it.each<[Partial<RoundCalendar>, string, string]>([
    [{ intakeUntil: 1000 }, 'intakeUntil', 'intakeFrom'],
    [{ votingFrom: 2999 }, 'votingFrom', 'reviewUntil'],
    [{ votingUntil: 4000 }, 'votingUntil', 'votingFrom'],
    [{ decisionBy: 5000 }, 'decisionBy', 'votingUntil'],
  ])('%j is out of sequence at %s', (change, field, before) => {
    expect(assessCalendarSequence({ ...calendar, ...change })).toEqual([
      { code: 'round.dates_out_of_sequence', field, details: { field, before } },
    ]);
  });

  it('names every place that is out of sequence', () => {
    const faults = assessCalendarSequence({ ...calendar, intakeUntil: 500, votingUntil: 500 });
    expect(faults.map((fault) => fault.field)).toEqual(['intakeUntil', 'votingUntil']);
  });
});
