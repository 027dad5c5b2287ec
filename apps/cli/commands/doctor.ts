import type { Command } from 'commander';
import { readConfig } from '#platform/config/config.js';
import { connect } from '#platform/persistence/connect.js';
import { visitDatabase } from '../database.js';
import { checkArchiving } from '../doctor/check-archiving.js';
import { checkClock } from '../doctor/check-clock.js';
import { checkConnections, checkDurability, checkSchema } from '../doctor/check-database.js';
import { checkLine } from '../doctor/check-line.js';
import { checkStandby } from '../doctor/check-standby.js';
import { checkDisk } from '../doctor/check-disk.js';
import { checkErasures } from '../doctor/check-erasures.js';
import { checkKeys } from '../doctor/check-keys.js';
import { checkMessages } from '../doctor/check-messages.js';
import { checkParts } from '../doctor/check-parts.js';
import { checkOutbox, checkRounds } from '../doctor/check-work.js';
import type { Check, Finding, Patient } from '../doctor/finding.js';
import { printResult } from '../output.js';

interface DoctorFlags {
  readonly json?: boolean;
}

const CHECKS: readonly Check[] = [
  checkDurability,
  checkConnections,
  checkLine,
  checkStandby,
  checkArchiving,
  checkClock,
  checkDisk,
  checkKeys,
];

/** They read our tables, which a schema that is behind may not have. */
const CHECKS_OF_CURRENT_SCHEMA: readonly Check[] = [
  checkParts,
  checkOutbox,
  checkMessages,
  checkRounds,
  checkErasures,
];

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('is everything as it must be? before and after an upgrade, and from time to time')
    .option('--json', 'one JSON value on standard output')
    .action(runDoctor);
}

async function runDoctor(flags: DoctorFlags): Promise<void> {
  const config = readConfig(process.env);
  const database = await visitDatabase(config);
  try {
    const dataSource = await connect(database.url);
    const findings = await examine({ config, dataSource }).finally(() => dataSource.destroy());
    printResult(flags, { findings }, () => findings.map(lineOf).join('\n'));
    if (findings.some((finding) => finding.state === 'fault')) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

async function examine(patient: Patient): Promise<Finding[]> {
  const schema = await checkSchema(patient);
  const checks = schema.state === 'fault' ? CHECKS : [...CHECKS, ...CHECKS_OF_CURRENT_SCHEMA];
  const findings: Finding[] = [schema];
  for (const check of checks) findings.push(await check(patient));
  return findings;
}

function lineOf({ check, state, found }: Finding): string {
  return `${state.padEnd(8)} ${check.padEnd(12)} ${found}`;
}
