import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { findingOf, type Finding, type Patient } from './finding.js';

const GIB = 2 ** 30;
const LEAST_FREE_GIB = 2;

/** Can files be written to the data folder, and for how long still? */
export async function checkDisk({ config }: Patient): Promise<Finding> {
  const folder = config.dataFolder;
  try {
    await access(folder, constants.W_OK);
  } catch {
    return findingOf('disk', 'fault', [`${folder} can not be written to`], folder);
  }
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / GIB;
  const words = `${free.toFixed(1)} GiB free under ${folder}`;
  return findingOf('disk', 'warning', free < LEAST_FREE_GIB ? [words] : [], words);
}
