import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import type { DeadLetterRow } from '#features/outreach/dead-letters/dead-letter-row.js';
import { DeadLetterReader } from '#features/outreach/dead-letters/dead-letter.reader.js';
import { RequeueDeadLetters } from '#features/outreach/dead-letters/requeue-dead-letters.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type Config, readConfig } from '#platform/config/config.js';
import { connect } from '#platform/persistence/connect.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { CommandFailed } from '../command-failed.js';
import { visitDatabase } from '../database.js';
import { printResult } from '../output.js';
import { findPersonByIin } from '../person-by-iin.js';

interface Flags {
  readonly json?: boolean;
}

const OPERATOR = 'QATYSU_OPERATOR_IIN';
const MOST_SHOWN = 200;

/** `messages list`, `messages requeue`. */
export function addMessagesCommand(program: Command): void {
  const command = program.command('messages').description('what failed for good on its way');
  command
    .command('list')
    .description('dead letters, without names, addresses and words')
    .option('--json', 'one JSON value on standard output')
    .action(list);
  command
    .command('requeue')
    .description(`tries dead letters anew in the name of the administrator in ${OPERATOR}`)
    .argument('<ids...>', 'as the list has them, or all')
    .requiredOption('--reason <text>', 'why; it stands in the public audit trail')
    .option('--json', 'one JSON value on standard output')
    .action(requeue);
}

async function list(flags: Flags): Promise<void> {
  const letters = await visiting(({ dataSource }) =>
    new DeadLetterReader(dataSource).list(MOST_SHOWN),
  );
  printResult(flags, { letters }, () => letters.map(lineOf).join('\n') || 'none');
}

async function requeue(
  given: readonly string[],
  flags: Flags & { readonly reason: string },
): Promise<void> {
  const ids = given.includes('all') ? null : given;
  const requeued = await visiting(async ({ config, dataSource }) => {
    const person = await findPersonByIin(config, dataSource, operatorIin());
    const requeuing = new RequeueDeadLetters(new UnitOfWork(dataSource));
    return requeuing.run(person, { ids, reason: flags.reason });
  });
  printResult(flags, { requeued }, () => `${requeued} on the way again`);
}

interface Visit {
  readonly config: Config;
  readonly dataSource: DataSource;
}

async function visiting<T>(look: (visit: Visit) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await visitDatabase(config);
  try {
    const dataSource = await connect(database.url);
    return await look({ config, dataSource }).finally(() => dataSource.destroy());
  } catch (error) {
    throw error instanceof DomainError ? new CommandFailed(sentenceOf(error)) : error;
  } finally {
    await database.close();
  }
}

function sentenceOf({ code }: DomainError): string {
  return code === 'identity.role_needed'
    ? 'Only an administrator of the topmost territory may do it'
    : 'The reason has fewer than ten characters';
}

/** From the environment: an argument could be read in the list of processes. */
function operatorIin(): string {
  const iin = process.env[OPERATOR];
  if (!iin) throw new CommandFailed(`${OPERATOR}: the IIN of the administrator who does it`);
  return iin;
}

function lineOf({ id, what, attempts, failure, diedAt }: DeadLetterRow): string {
  return [diedAt.toISOString(), id, what, `${attempts} attempts`, failure ?? ''].join('  ');
}
