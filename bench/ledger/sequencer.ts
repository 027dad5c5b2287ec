import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '#platform/persistence/connect.js';
import { ledgerAtWork } from './ledger-at-work.js';

/** Keeps the ledger every second: a minute's work of the worker falls into a short measurement. */
const EVERY_MS = 1_000;

const dataSource = await connect(process.env['BENCH_DATABASE']!);
const { sequencing, signing } = ledgerAtWork(dataSource, process.env['BENCH_FOLDER']!);
let stopped = false;
process.once('SIGTERM', () => (stopped = true));
process.stdout.write('ready\n');

while (!stopped) {
  if ((await sequencing.run()) > 0) await signing.run();
  await wait(EVERY_MS);
}
await dataSource.destroy();
