import type { BenchResult } from './bench-result.js';

/** Loaded one at a time: a benchmark must not weigh on another's memory. */
const BENCHES: Readonly<Record<string, () => Promise<{ run(): Promise<BenchResult> }>>> = {
  ballots: () => import('./ballots/ballots.bench.js'),
  ledger: () => import('./ledger/ledger.bench.js'),
  pages: () => import('./pages/pages.bench.js'),
  signatures: () => import('./signatures/signatures.bench.js'),
  tally: () => import('./tally/tally.bench.js'),
};

const [name = '', ...flags] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;

if (!bench) {
  process.stderr.write(`Usage: npm run -s bench -- ${Object.keys(BENCHES).join(' | ')} [--json]\n`);
  process.exit(2);
}

const result = await (await bench()).run();
process.stdout.write(`${JSON.stringify(result, null, flags.includes('--json') ? 0 : 2)}\n`);
process.exit(0);
