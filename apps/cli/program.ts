import { Command, CommanderError } from 'commander';
import { addBackupCommand } from './commands/backup.js';
import { addDoctorCommand } from './commands/doctor.js';
import { addImportCommand } from './commands/import-territories.js';
import { addKeysCommand } from './commands/keys.js';
import { addLedgerCommand } from './commands/ledger.js';
import { addMessagesCommand } from './commands/messages.js';
import { addMigrateCommand } from './commands/migrate.js';
import { addOrdealCommand } from './commands/ordeal.js';
import { addPortalSwitchCommands } from './commands/portal-switches.js';
import { addReplayCommand } from './commands/replay.js';
import { addRestoreCommand } from './commands/restore.js';
import { addSeedCommand } from './commands/seed.js';
import { addSessionsCommand } from './commands/sessions.js';
import { addServeCommand } from './commands/serve.js';

/** The operator's command. Exit codes: 0 done, 1 refused or a fault found, 2 wrong use. */
export function buildProgram(): Command {
  const program = new Command('qatysu').description('Qatysu, the operator’s command');
  program.exitOverride(endWithCode);
  program.configureHelp({ showGlobalOptions: true });
  addServeCommand(program);
  addMigrateCommand(program);
  addImportCommand(program);
  addDoctorCommand(program);
  addBackupCommand(program);
  addRestoreCommand(program);
  addKeysCommand(program);
  addLedgerCommand(program);
  addPortalSwitchCommands(program);
  addSessionsCommand(program);
  addMessagesCommand(program);
  addReplayCommand(program);
  addOrdealCommand(program);
  addSeedCommand(program);
  for (const command of program.commands) command.exitOverride(endWithCode);
  return program;
}

function endWithCode(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? 0 : 2);
}
