import type { Command } from 'commander';
import type { OrdealReport } from '#test/ordeals/run-ordeals.js';
import { CommandFailed } from '../command-failed.js';
import { printResult } from '../output.js';

interface OrdealFlags {
  readonly short?: boolean;
  readonly minutes?: string;
  readonly json?: boolean;
}

const MINUTE_MS = 60_000;

export function addOrdealCommand(program: Command): void {
  program
    .command('ordeal')
    .description('provoke faults on a scratch town of its own and see that it holds')
    .argument('<name>', 'an ordeal, or all')
    .option('--short', 'every kind of blow, few of each')
    .option('--minutes <most>', 'none is begun later; those left over are named as skipped')
    .option('--json', 'one JSON value on standard output')
    .action(runOrdeals);
}

async function runOrdeals(name: string, flags: OrdealFlags): Promise<void> {
  // Only a checkout has them: an installation for a town is built without tests.
  const { notBegun, ordealNames, runOrdeal } = await import('#test/ordeals/run-ordeals.js');
  const names = name === 'all' ? ordealNames() : [name];
  if (name !== 'all' && !ordealNames().includes(name))
    throw new CommandFailed(`There is no ordeal ${name}: all, ${ordealNames().join(', ')}`);
  const minutes = minutesOf(flags);
  const begun = performance.now();
  const isTooLate = (): boolean => performance.now() - begun > minutes * MINUTE_MS;
  const ordeals: OrdealReport[] = [];
  for (const each of names) {
    const report = isTooLate()
      ? notBegun(each, minutes)
      : await runOrdeal(each, flags.short === true);
    process.stderr.write(`${lineOf(report)}\n`);
    ordeals.push(report);
  }
  printResult(flags, { ordeals }, () => sentenceOf(ordeals));
  if (ordeals.some(hasFailed)) process.exitCode = 1;
}

function minutesOf({ minutes = 'Infinity' }: OrdealFlags): number {
  const most = Number(minutes);
  if (most > 0) return most;
  throw new CommandFailed('--minutes: a number above nought is expected');
}

/** What was not held, and a control that was: such an ordeal would notice nothing. */
function hasFailed({ held, controlHeld }: OrdealReport): boolean {
  return held === false || controlHeld === true;
}

function lineOf(report: OrdealReport): string {
  const { name, held, controlHeld, missing, faults, seconds } = report;
  if (held === null) return `skipped  ${name}: ${missing}`;
  const word = held ? 'held' : 'NOT HELD';
  return [`${word}  ${name}, ${wordsOfControl(controlHeld)} (${seconds} s)`, ...faults].join(
    '\n  ',
  );
}

function wordsOfControl(held: boolean | null): string {
  if (held === null) return 'its control was not tried';
  return held ? 'THE CONTROL HELD TOO' : 'its control failed as it must';
}

/** The closing line of the tests: one passed is an ordeal that held and whose control failed. */
function sentenceOf(ordeals: readonly OrdealReport[]): string {
  const tried = ordeals.filter(({ held }) => held !== null);
  const failed = tried.filter(hasFailed).length;
  const skipped = ordeals.length - tried.length;
  return `${tried.length - failed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
