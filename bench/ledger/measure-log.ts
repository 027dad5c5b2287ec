import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { isConsistent } from '#rules/ledger/consistency-proof.js';
import { isIncluded } from '#rules/ledger/inclusion-proof.js';
import { storeBallots } from '../ballots/bench-town.js';
import { median } from '../median.js';
import type { LedgerAtWork } from './ledger-at-work.js';

const SIZES = { few: 1_000, many: Number(process.env['BENCH_LEAVES'] ?? 1_000_000) };
/** Ballots between two turns of the worker: a minute of a burst. */
const BATCH = 100_000;
/** Ballots of one commit. */
const COMMIT = 500;
const PROOFS = 300;
const CHECKPOINTS = 25;

export interface LogFigures {
  readonly leaves: number;
  readonly leavesPerSecond: number;
  readonly mostReads: number;
  readonly inclusionMs: number;
  readonly consistencyMs: number;
  readonly checkpointMsAtFew: number;
  readonly checkpointMsAtMany: number;
}

/** Fills the log to its sizes and measures what sequencing, signing and proving cost there. */
export async function measureLog(pool: Pool, ledger: LedgerAtWork): Promise<LogFigures> {
  await storeBallots(pool, SIZES.few);
  await ledger.sequencing.run();
  const checkpointMsAtFew = await checkpointMs(ledger);
  const leavesPerSecond = await sequence(pool, ledger);
  const checkpointMsAtMany = await checkpointMs(ledger);
  const proofs = await prove(ledger);
  return { leaves: SIZES.many, leavesPerSecond, ...proofs, checkpointMsAtFew, checkpointMsAtMany };
}

async function sequence(pool: Pool, { sequencing }: LedgerAtWork): Promise<number> {
  let seconds = 0;
  for (let size = SIZES.few; size < SIZES.many; size += BATCH) {
    const missing = Math.min(BATCH, SIZES.many - size);
    for (let stored = 0; stored < missing; stored += COMMIT)
      await storeBallots(pool, Math.min(COMMIT, missing - stored));
    await pool.query('analyze ballots');
    seconds += (await timed(() => sequencing.run())) / 1000;
  }
  return (SIZES.many - SIZES.few) / seconds;
}

async function checkpointMs({ signing }: LedgerAtWork): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < CHECKPOINTS; turn += 1) times.push(await timed(() => signing.run()));
  return median(times);
}

async function prove({ reader }: LedgerAtWork) {
  const checkpoint = (await reader.findLatestCheckpoint())!;
  const { size, root } = checkpoint;
  const [inclusion, consistency, reads]: number[][] = [[], [], []];
  for (let turn = 0; turn < PROOFS; turn += 1) {
    const index = Math.floor((size - 1) * (turn / PROOFS));
    const [leaf] = await reader.listLeaves({ from: index, until: index + 1 });
    const began = performance.now();
    const proof = await reader.proveInclusion({ index, size });
    inclusion!.push(performance.now() - began);
    if (!isIncluded({ index, size, leaf: leaf!.hash, root }, proof.hashes))
      throw new Error(`Leaf ${index} is not proven`);
    const before = index + 1;
    const grown = await reader.proveConsistency({ before, after: size });
    consistency!.push(performance.now() - began - inclusion!.at(-1)!);
    const rootBefore = await reader.rootAt(before);
    if (!isConsistent({ before, after: size, rootBefore, rootAfter: root }, grown.hashes))
      throw new Error(`Growth from ${before} is not proven`);
    reads!.push(proof.reads, grown.reads);
  }
  return {
    mostReads: Math.max(...reads!),
    inclusionMs: median(inclusion!),
    consistencyMs: median(consistency!),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
