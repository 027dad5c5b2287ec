import type { Command } from 'commander';
import { EndSessions } from '#features/record/session-endings/end-sessions.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { readConfig } from '#platform/config/config.js';
import { Pseudonyms } from '#platform/identity/pseudonym.js';
import { connect } from '#platform/persistence/connect.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { CommandFailed } from '../command-failed.js';
import { visitDatabase } from '../database.js';
import { findPersonByIin } from '../person-by-iin.js';
import { printResult } from '../output.js';

interface EndFlags {
  readonly reason: string;
  readonly everybody?: boolean;
  readonly json?: boolean;
}

const OPERATOR = 'QATYSU_OPERATOR_IIN';
const PERSON = 'QATYSU_PERSON_IIN';

const SENTENCES: Readonly<Record<string, string>> = {
  'identity.role_needed': 'Only an administrator of the place may do it; for everybody, of the top',
  'identity.not_on_the_roll': `Nobody on the roll has the IIN in ${PERSON}`,
  'switch.reason_too_short': 'The reason has fewer than ten characters',
  'switch.reason_too_long': 'The reason has more than 500 characters',
};

/** `sessions end`. */
export function addSessionsCommand(program: Command): void {
  program
    .command('sessions')
    .description('sessions of people who are signed in')
    .command('end')
    .description(
      `signs out the person in ${PERSON}, in the name of the administrator in ${OPERATOR}`,
    )
    .requiredOption('--reason <text>', 'why; it stands in the public audit trail')
    .option('--everybody', 'signs out everybody instead')
    .option('--json', 'one JSON value on standard output')
    .action((flags: EndFlags) => end(flags));
}

async function end(flags: EndFlags): Promise<void> {
  const config = readConfig(process.env);
  const operator = iinIn(OPERATOR);
  const iin = flags.everybody ? null : iinIn(PERSON);
  const database = await visitDatabase(config);
  try {
    const dataSource = await connect(database.url);
    const pseudonyms = Pseudonyms.fromFile(config.pepperFile, false);
    const use = new EndSessions(new UnitOfWork(dataSource), pseudonyms);
    const ended = await findPersonByIin(config, dataSource, operator)
      .then((person) => use.run(person, { iin, reason: flags.reason }))
      .catch(told)
      .finally(() => dataSource.destroy());
    printResult(flags, { ended }, () => `${ended} session(s) ended`);
  } finally {
    await database.close();
  }
}

/** From the environment: an argument could be read in the list of processes. */
function iinIn(name: string): string {
  const iin = process.env[name];
  if (!iin) throw new CommandFailed(`${name}: an IIN is expected`);
  return iin;
}

function told(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  const { faults } = error.details as { readonly faults?: readonly { readonly code: string }[] };
  const codes = (faults ?? [error]).map(({ code }) => SENTENCES[code] ?? code);
  throw new CommandFailed(codes.join('\n'));
}
