import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureFiles } from './measure-files.js';
import { measureGrowth } from './measure-growth.js';

const ELECTIONS = process.env['QATYSU_ELECTIONS'] ?? '../shared/pb';

/**
 * Seconds of counting and of reading: on real elections beside pabutools' recorded time and a
 * naive exact implementation in the same run, and on invented cities of growing size.
 */
export async function run(): Promise<{
  figures: Record<string, unknown>;
  ratios: Record<string, number>;
}> {
  const files = existsSync(join(ELECTIONS, 'expected.json')) ? await measureFiles(ELECTIONS) : null;
  const growth = measureGrowth();
  return {
    figures: { elections: files?.figures ?? `none in ${ELECTIONS}`, growth: growth.figures },
    ratios: { ...files?.ratios, ...growth.ratios },
  };
}
