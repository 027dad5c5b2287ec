import { isAtLeast, type LoadStage, stageBeside } from './load-stage.js';

/** What one portal measured since its last look, two seconds ago. */
export interface PressureReading {
  /** The 99th part of a hundred of the delays of the event loop. */
  readonly loopDelayMs: number;
  /** Requests that wait for a connection to the database at this moment. */
  readonly waiting: number;
  readonly answers: number;
  /** Answers that told to come again since we could not. */
  readonly unavailable: number;
}

/** The stage and for how many readings in a row the pressure was high or low. */
export interface StageCourse {
  readonly stage: LoadStage;
  readonly high: number;
  readonly low: number;
}

export const AT_REST: StageCourse = { stage: 'full', high: 0, low: 0 };

interface Bounds {
  /** From here the pressure is high. */
  readonly high: number;
  /** Below it the pressure is low; between the two nothing changes. */
  readonly low: number;
}

const LOOP_DELAY_MS: Bounds = { high: 500, low: 150 };
const WAITING: Bounds = { high: 50, low: 5 };
/** In hundredths, out of so many answers at least. */
const UNAVAILABLE: Bounds = { high: 20, low: 2 };
const ANSWERS_AT_LEAST = 20;

/** Ten seconds of high pressure lead a stage up, thirty of low pressure a stage down. */
const READINGS_UP = 5;
const READINGS_DOWN = 15;

/** Refused answers alone are no reason to switch anything off: a database that is away comes back no sooner. */
const HIGHEST_FOR_REFUSALS: LoadStage = 'late-counts';

type Pressure = 'low' | 'between' | 'high';

/**
 * The stage after one more reading. It goes by single steps, up sooner than down, and stays while
 * the pressure is neither high nor low.
 *
 * @example nextCourse({ stage: 'full', high: 4, low: 0 }, aHighReading).stage // → 'older-lists'
 */
export function nextCourse(course: StageCourse, reading: PressureReading): StageCourse {
  const pressure = pressureOf(reading, course.stage);
  const high = pressure === 'high' ? course.high + 1 : 0;
  const low = pressure === 'low' ? course.low + 1 : 0;
  if (high >= READINGS_UP) return { stage: stageBeside(course.stage, 1), high: 0, low: 0 };
  if (low >= READINGS_DOWN) return { stage: stageBeside(course.stage, -1), high: 0, low: 0 };
  return { stage: course.stage, high, low };
}

function pressureOf(reading: PressureReading, stage: LoadStage): Pressure {
  const { loopDelayMs, waiting } = reading;
  const own = [within(loopDelayMs, LOOP_DELAY_MS), within(waiting, WAITING)];
  const refusals = within(unavailableShare(reading), UNAVAILABLE);
  const counted =
    isAtLeast(stage, HIGHEST_FOR_REFUSALS) && refusals === 'high' ? 'between' : refusals;
  const all = [...own, counted];
  if (all.includes('high')) return 'high';
  return all.includes('between') ? 'between' : 'low';
}

function within(value: number, { high, low }: Bounds): Pressure {
  if (value >= high) return 'high';
  return value < low ? 'low' : 'between';
}

function unavailableShare({ answers, unavailable }: PressureReading): number {
  return answers < ANSWERS_AT_LEAST ? 0 : (unavailable * 100) / answers;
}
