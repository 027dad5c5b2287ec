import { readFileSync } from 'node:fs';
import { cpuUsage } from 'node:process';
import { verifyArchive } from '#apps/recount/verify/verify-archive.js';

/** Checks one archive in a process of its own and tells what that took. */
const [archive = ''] = process.argv.slice(2);
const quiet = { begin: () => undefined, advance: () => undefined };
const began = performance.now();
const { ballots, checkpoints } = await verifyArchive(
  { archive, checkpoints: [], receipts: [] },
  quiet,
);
const { user, system } = cpuUsage();
process.stdout.write(
  JSON.stringify({
    ballots,
    checkpoints,
    seconds: (performance.now() - began) / 1_000,
    cpuSeconds: (user + system) / 1_000_000,
    residentMb: peakMb(),
  }),
);

/** Of this program alone (Linux): the usual figure keeps the peak of the process that started it. */
function peakMb(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}
