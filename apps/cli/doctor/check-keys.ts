import { existsSync, statSync } from 'node:fs';
import { findingOf, type Finding, type Patient } from './finding.js';

const READABLE_BY_OTHERS = 0o077;

/** Is the key of pseudonyms there, and is it read by nobody else? */
export function checkKeys({ config }: Patient): Promise<Finding> {
  return Promise.resolve(
    findingOf('keys', 'fault', faultsOf(config.pepperFile), 'there, and ours'),
  );
}

function faultsOf(file: string): string[] {
  if (!existsSync(file)) return [`${file} is missing: no resident would be recognised`];
  const mode = statSync(file).mode & READABLE_BY_OTHERS;
  return mode === 0 ? [] : [`${file} can be read by others: chmod 400 ${file}`];
}
