import { existsSync, statSync } from 'node:fs';
import { installationKeys, type InstallationKey } from '../installation-keys.js';
import { findingOf, type Finding, type Patient } from './finding.js';

const READABLE_BY_OTHERS = 0o077;

/** Are the secrets of the installation there, and are they read by nobody else? */
export function checkKeys({ config }: Patient): Promise<Finding> {
  const wrong = installationKeys(config).flatMap(faultsOf);
  return Promise.resolve(findingOf('keys', 'fault', wrong, 'there, and ours'));
}

function faultsOf({ file, without }: InstallationKey): string[] {
  if (!existsSync(file)) return [`${file} is missing: ${without}`];
  const mode = statSync(file).mode & READABLE_BY_OTHERS;
  return mode === 0 ? [] : [`${file} can be read by others: chmod 400 ${file}`];
}
