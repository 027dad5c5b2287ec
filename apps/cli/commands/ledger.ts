import type { Command } from 'commander';
import { checkLedger, type LedgerFindings } from '#features/proof/ledger/check/check-ledger.js';
import { checkpointFilesOf, ledgerKeyOf } from '#features/proof/ledger/ledger-place.js';
import { SEALS_OF_BALLOTS } from '#rules/ledger/ballot-seal.js';
import { readConfig } from '#platform/config/config.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { connect } from '#platform/persistence/connect.js';
import { visitDatabase } from '../database.js';
import { printResult } from '../output.js';

interface LedgerFlags {
  readonly json?: boolean;
}

/** `ledger check`: what else can be done with the ledger becomes further subcommands. */
export function addLedgerCommand(program: Command): void {
  program
    .command('ledger')
    .description('the log that anybody can check')
    .command('check')
    .description(
      'is everything as it was signed: entries, checkpoints, ballots, signatures, counts?',
    )
    .option('--json', 'one JSON value on standard output')
    .action(runCheck);
}

async function runCheck(flags: LedgerFlags): Promise<void> {
  const config = readConfig(process.env);
  const database = await visitDatabase(config);
  try {
    const dataSource = await connect(database.url);
    const sealKey = Pseudonyms.fromFile(config.pepperFile, false).deriveKey(SEALS_OF_BALLOTS);
    const findings = await checkLedger({
      dataSource,
      sealKey,
      key: ledgerKeyOf(config),
      files: checkpointFilesOf(config),
    }).finally(() => dataSource.destroy());
    const holds = findings.faults.length === 0;
    printResult(flags, { holds, ...findings }, () => sentenceOf(findings));
    if (!holds) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function sentenceOf({ entries, checkpoints, rows, faults, more }: LedgerFindings): string {
  const compared = `${entries} entries, ${checkpoints} checkpoints, ${rows} rows compared`;
  if (faults.length === 0) return `Everything is as it was signed: ${compared}`;
  const lines = faults.map(({ where, what, which }) => `${what.padEnd(10)} ${where}: ${which}`);
  const rest = more > 0 ? [`and ${more} more`] : [];
  return [`Not as it was signed: ${compared}`, ...lines, ...rest].join('\n');
}
