import { parseArgs } from 'node:util';
import type { BenchResult, BenchWish } from './bench-result.js';

type Load = () => Promise<{ run(wish: BenchWish): Promise<BenchResult> }>;

/** Loaded one at a time: a benchmark must not weigh on another's memory. */
const BENCHES: Readonly<Record<string, Load>> = {
  ballots: () => import('./ballots/ballots.bench.js'),
  ledger: () => import('./ledger/ledger.bench.js'),
  'opening-minute': () => import('./opening-minute/opening-minute.bench.js'),
  pages: () => import('./pages/pages.bench.js'),
  partitions: () => import('./partitions/partitions.bench.js'),
  signatures: () => import('./signatures/signatures.bench.js'),
  tally: () => import('./tally/tally.bench.js'),
  trail: () => import('./trail/trail.bench.js'),
  verify: () => import('./verify/verify.bench.js'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, seconds: { type: 'string' } },
});
const [name = ''] = positionals;
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;

if (!bench) {
  const names = Object.keys(BENCHES).join(' | ');
  process.stderr.write(`Usage: npm run -s bench -- ${names} [--json] [--seconds N]\n`);
  process.exit(2);
}

const result = await (await bench()).run(values.seconds ? { seconds: Number(values.seconds) } : {});
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
process.exit(0);
