import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  ImportTerritories,
  type ImportOutcome,
} from '#features/registry/territories/import-territories.js';
import type { LineFault } from '#features/registry/territories/unit-on-line.js';
import { TerritoryReader } from '#features/registry/territories/territory.reader.js';
import { readConfig } from '#platform/config/config.js';
import { connect } from '#platform/persistence/connect.js';
import { migrate } from '#platform/persistence/migrate.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { openDatabase } from '../database.js';
import { printResult } from '../output.js';

/** `import territories FILE.csv`: other things to import become further subcommands. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('bring in lists that the town already has')
    .command('territories')
    .description('territorial units by KATO from a CSV file; all of it or nothing')
    .argument('<file>', 'CSV in UTF-8 with a header')
    .option('--json', 'one JSON value on standard output')
    .action(runImport);
}

async function runImport(file: string, flags: { readonly json?: boolean }): Promise<void> {
  const text = await readFile(file, 'utf8');
  const outcome = await importInto(text);
  printResult(flags, outcome, () => report(outcome));
  if (outcome.faults.length > 0) process.exitCode = 1;
}

async function importInto(text: string): Promise<ImportOutcome> {
  const database = await openDatabase(readConfig(process.env));
  try {
    const dataSource = await connect(database.url);
    try {
      await migrate(dataSource);
      const reader = new TerritoryReader(dataSource);
      return await new ImportTerritories(new UnitOfWork(dataSource), reader).run(text);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}

function report({ imported, faults, oddities }: ImportOutcome): string {
  const lines = [...faults, ...oddities].map(sentence);
  const last =
    faults.length > 0
      ? `Nothing was imported: ${faults.length} fault(s)`
      : `${imported} unit(s) imported`;
  return [...lines, last].join('\n');
}

function sentence({ line, code, column, value }: LineFault): string {
  const where = column === undefined ? '' : `, ${column}`;
  const what = value === undefined ? '' : ` "${value}"`;
  return `line ${line}${where}: ${code.replace('import.', '').replaceAll('_', ' ')}${what}`;
}
