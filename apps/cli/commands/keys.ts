import type { Command } from 'commander';
import { rewrapKeys } from '#features/proof/erasure/rewrap-keys.js';
import { readConfig } from '#platform/config/config.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import { connect } from '#platform/persistence/connect.js';
import { visitDatabase } from '../database.js';
import { printResult } from '../output.js';

interface KeysFlags {
  readonly json?: boolean;
}

export function addKeysCommand(program: Command): void {
  program
    .command('keys')
    .description('the keys of the installation')
    .command('rewrap')
    .description('wrap the data keys of persons with the first key of QATYSU_PERSON_KEY_FILE')
    .option('--json', 'one JSON value on standard output')
    .action(runRewrap);
}

async function runRewrap(flags: KeysFlags): Promise<void> {
  const config = readConfig(process.env);
  const keys = PersonalKeys.fromFile(config.personKeyFile, false);
  const database = await visitDatabase(config);
  try {
    const dataSource = await connect(database.url);
    const rewrapped = await rewrapKeys(dataSource, keys).finally(() => dataSource.destroy());
    printResult(
      flags,
      { rewrapped, print: keys.print },
      () => `${rewrapped} data keys are wrapped anew by the key ${keys.print}`,
    );
  } finally {
    await database.close();
  }
}
