import { Command, type CommanderError } from 'commander';
import { addCompareCommand } from './commands/compare.js';
import { addExplainCommand } from './commands/explain.js';
import { addTallyCommand } from './commands/tally.js';
import type { Texts } from './language.js';

const WRONG_USE = 2;

/** The independent recount: no database, no server, only files. */
export function buildProgram(texts: Texts): Command {
  const program = new Command('recount').description(texts.say('about'));
  addTallyCommand(program, texts);
  addCompareCommand(program, texts);
  addExplainCommand(program, texts);
  for (const command of [program, ...program.commands]) command.exitOverride(endWithCode);
  return program;
}

function endWithCode(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? 0 : WRONG_USE);
}
