import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOAD_STAGES, type LoadStage } from './load-stage.js';
import { AT_REST, nextCourse, type PressureReading, type StageCourse } from './stage-course.js';

const QUIET: PressureReading = { loopDelayMs: 20, waiting: 0, answers: 100, unavailable: 0 };

const after = (course: StageCourse, times: number, reading: PressureReading): StageCourse =>
  Array.from({ length: times }).reduce<StageCourse>((at) => nextCourse(at, reading), course);

const at = (stage: LoadStage): StageCourse => ({ ...AT_REST, stage });

describe('the course of the stages', () => {
  it.each([
    ['delay of the loop below the bound', { loopDelayMs: 499 }, 'full'],
    ['delay of the loop at the bound', { loopDelayMs: 500 }, 'older-lists'],
    ['delay of the loop above it', { loopDelayMs: 501 }, 'older-lists'],
    ['waiting below the bound', { waiting: 49 }, 'full'],
    ['waiting at the bound', { waiting: 50 }, 'older-lists'],
    ['waiting above it', { waiting: 51 }, 'older-lists'],
    ['refused below the bound', { unavailable: 19 }, 'full'],
    ['refused at the bound', { unavailable: 20 }, 'older-lists'],
    ['refused above it', { unavailable: 21 }, 'older-lists'],
    ['refused, but of few answers', { answers: 19, unavailable: 19 }, 'full'],
    ['refused of just enough answers', { answers: 20, unavailable: 19 }, 'older-lists'],
  ])('%s', (_what, part, stage) =>
    expect(after(AT_REST, 5, { ...QUIET, ...part }).stage).toBe(stage),
  );

  it.each([
    [4, 'full'],
    [5, 'older-lists'],
    [9, 'older-lists'],
    [10, 'late-counts'],
    [25, 'no-drafts'],
    [60, 'no-drafts'],
  ])('after %i high readings it is %s', (times, stage) =>
    expect(after(AT_REST, times, { ...QUIET, waiting: 90 }).stage).toBe(stage),
  );

  it.each([
    [14, 'no-drafts'],
    [15, 'no-search'],
    [16, 'no-search'],
    [75, 'full'],
    [200, 'full'],
  ])('after %i low readings it is back at %s', (times, stage) =>
    expect(after(at('no-drafts'), times, QUIET).stage).toBe(stage),
  );

  it.each([
    ['loopDelayMs', 149, 'older-lists'],
    ['loopDelayMs', 150, 'late-counts'],
    ['loopDelayMs', 151, 'late-counts'],
    ['waiting', 4, 'older-lists'],
    ['waiting', 5, 'late-counts'],
    ['waiting', 6, 'late-counts'],
    ['unavailable', 1, 'older-lists'],
    ['unavailable', 2, 'late-counts'],
    ['unavailable', 3, 'late-counts'],
  ])('with %s at %i for long, late counts become %s', (measure, value, stage) =>
    expect(after(at('late-counts'), 20, { ...QUIET, [measure]: value }).stage).toBe(stage),
  );

  it('begins to count again when a reading is different', () => {
    const high = { ...QUIET, waiting: 50 };
    expect(after(nextCourse(after(AT_REST, 4, high), QUIET), 4, high).stage).toBe('full');
  });

  it('switches nothing off for refused answers alone, and does not come back by them', () => {
    const refused = { ...QUIET, unavailable: 100 };
    expect(after(AT_REST, 100, refused).stage).toBe('late-counts');
    expect(after(at('no-drafts'), 100, refused).stage).toBe('no-drafts');
  });

  it('never jumps', () => {
    const reading = fc.record({
      loopDelayMs: fc.integer({ min: 0, max: 2_000 }),
      waiting: fc.integer({ min: 0, max: 200 }),
      answers: fc.integer({ min: 0, max: 500 }),
      unavailable: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 80 }), (readings) => {
        let course = AT_REST;
        for (const each of readings) {
          const next = nextCourse(course, each);
          const step = LOAD_STAGES.indexOf(next.stage) - LOAD_STAGES.indexOf(course.stage);
          expect(Math.abs(step)).toBeLessThanOrEqual(1);
          course = next;
        }
      }),
    );
  });
});
