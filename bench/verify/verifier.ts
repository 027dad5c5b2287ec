import { cpuUsage, resourceUsage } from 'node:process';
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
    residentMb: resourceUsage().maxRSS / 1_024,
  }),
);
