import type { Ordeal, Trial } from './ordeal.js';
import { ORDEALS } from './ordeals.js';

/** What came of one ordeal and of its control. */
export interface OrdealReport {
  readonly name: string;
  /** Null where this machine lacks something; then nothing was tried. */
  readonly held: boolean | null;
  /** Null where the control was not tried either. */
  readonly controlHeld: boolean | null;
  readonly missing: string | null;
  readonly faults: readonly string[];
  readonly controlFaults: readonly string[];
  readonly figures: Trial['figures'];
  readonly seconds: number;
}

/** Names of all ordeals, as they are asked for. */
export function ordealNames(): string[] {
  return ORDEALS.map((ordeal) => ordeal.name);
}

/** Runs one ordeal and its control: in the short form at once, each in a town of its own. */
export async function runOrdeal(name: string, short: boolean): Promise<OrdealReport> {
  const ordeal = ORDEALS.find((known) => known.name === name);
  if (!ordeal) throw new Error(`There is no ordeal ${name}: ${ordealNames().join(', ')}`);
  const missing = ordeal.missing?.() ?? null;
  if (missing !== null) return { ...NOT_TRIED, name, missing };
  return tryIt(ordeal, short).catch((error: unknown) => brokenOff(name, error));
}

/** One that whoever runs them all had no time for. */
export function notBegun(name: string, minutes: number): OrdealReport {
  return { ...NOT_TRIED, name, missing: `not begun within ${minutes} minutes` };
}

async function tryIt(ordeal: Ordeal, short: boolean): Promise<OrdealReport> {
  const from = Date.now();
  const [trial, control] = await trials(ordeal, short);
  return {
    name: ordeal.name,
    held: trial.faults.length === 0,
    controlHeld: control.faults.length === 0,
    missing: null,
    faults: trial.faults,
    controlFaults: control.faults,
    figures: trial.figures,
    seconds: Math.round((Date.now() - from) / 1000),
  };
}

/** Both mostly wait; only the long form's figures want the machine for themselves. */
async function trials(ordeal: Ordeal, short: boolean): Promise<readonly [Trial, Trial]> {
  const begin = (control: boolean): Promise<Trial> =>
    ordeal.run({ short: short || control, control });
  if (!short) return [await begin(false), await begin(true)];
  const [trial, control] = await Promise.allSettled([begin(false), begin(true)]);
  return [valueOf(trial), valueOf(control)];
}

function valueOf(settled: PromiseSettledResult<Trial>): Trial {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/** The town did not come up, or nobody answered for so long that the ordeal gave up. */
function brokenOff(name: string, error: unknown): OrdealReport {
  const reason = error instanceof Error ? error.message : String(error);
  return { ...NOT_TRIED, name, held: false, faults: [`broken off: ${reason}`] };
}

const NOT_TRIED = {
  held: null,
  controlHeld: null,
  missing: null,
  faults: [],
  controlFaults: [],
  figures: {},
  seconds: 0,
} as const;
