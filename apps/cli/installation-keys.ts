import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { ledgerKeyOf } from '#features/proof/ledger/ledger-place.js';
import type { KeyPrint } from '#platform/backup/backup-manifest.js';
import type { Config } from '#platform/config/config.js';
import { PersonalKeys } from '#platform/identity/personal-keys.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';

/** A secret of an installation, kept outside the database and its backups. */
export interface InstallationKey {
  readonly name: string;
  readonly file: string;
  /** What the town loses with it. */
  readonly without: string;
  readonly print: () => string;
}

const PRINT_DIGITS = 16;

/** Every secret of an installation. */
export function installationKeys(config: Config): readonly InstallationKey[] {
  return [
    {
      name: 'pepper',
      file: config.pepperFile,
      without: 'no resident is recognised',
      print: () => Pseudonyms.fromFile(config.pepperFile, false).print,
    },
    {
      name: 'person',
      file: config.personKeyFile,
      without: 'no name can be read',
      print: () => PersonalKeys.fromFile(config.personKeyFile, false).print,
    },
    {
      name: 'ledger',
      file: config.ledgerKeyFile,
      without: 'the ledger can not go on',
      print: () => printOfLine(ledgerKeyOf(config).lines[0]!),
    },
  ];
}

/** Prints of the keys that are there: enough to recognise them, nothing to make them from. */
export function keyPrints(config: Config): KeyPrint[] {
  return installationKeys(config)
    .filter(({ file }) => existsSync(file))
    .map(({ name, print }) => ({ name, print: print() }));
}

function printOfLine(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, PRINT_DIGITS);
}
