import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { filesOf, packAt, sampleMatter } from '#test/support/builders/sample-archive.js';
import type { BenchResult } from '../bench-result.js';
import { rounded } from '../median.js';

const SIZES = { few: 20_000, many: Number(process.env['BENCH_BALLOTS'] ?? 200_000) };
/** Megabytes of heap in which the largest archive must be checked as well. */
const SMALL_HEAP_MB = 24;

interface Check {
  readonly ballots: number;
  readonly checkpoints: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly residentMb: number;
}

/** What `recount verify` costs: seconds and memory, and whether memory grows with the archive. */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'verify-bench-'));
  try {
    const few = await packed(folder, SIZES.few);
    const many = await packed(folder, SIZES.many);
    const small = await check(few, []);
    const large = await check(many, []);
    const narrow = await check(many, [`--max-old-space-size=${SMALL_HEAP_MB}`]);
    return {
      figures: {
        archiveMb: rounded(statSync(many).size / 1_048_576),
        few: figuresOf(small),
        many: figuresOf(large),
        manyInASmallHeap: figuresOf(narrow),
      },
      ratios: {
        cpuPerBallotManyToFew: rounded(perBallot(large) / perBallot(small)),
        residentManyToFew: rounded(large.residentMb / small.residentMb),
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function packed(folder: string, ballots: number): Promise<string> {
  const path = join(folder, `${ballots}.zip`);
  await packAt(path, await filesOf(sampleMatter(ballots)));
  return path;
}

async function check(archive: string, flags: readonly string[]): Promise<Check> {
  const script = fileURLToPath(new URL('./verifier.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, archive]);
  return JSON.parse(stdout) as Check;
}

function perBallot({ cpuSeconds, ballots }: Check): number {
  return cpuSeconds / ballots;
}

function figuresOf({ seconds, cpuSeconds, residentMb, ...counts }: Check) {
  const [wall, cpu] = [rounded(seconds), rounded(cpuSeconds)];
  return { ...counts, seconds: wall, cpuSeconds: cpu, residentMb: Math.round(residentMb) };
}
