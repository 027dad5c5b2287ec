import { Command, type CommanderError } from 'commander';
import { addCompareCommand } from './commands/compare.js';
import { addExplainCommand } from './commands/explain.js';
import { addTallyCommand } from './commands/tally.js';
import { addVerifyCommand } from './commands/verify.js';
import type { Texts } from './language.js';

const WRONG_USE = 2;

/** The independent recount: no database, no server, only files. */
export function buildProgram(texts: Texts): Command {
  const program = new Command('recount').description(texts.say('about'));
  addTallyCommand(program, texts);
  addCompareCommand(program, texts);
  addExplainCommand(program, texts);
  addVerifyCommand(program, texts);
  program.helpCommand('help [command]', texts.say('help.command'));
  for (const command of [program, ...program.commands]) speak(command, texts);
  return program;
}

/** The library's own words, as far as it lets others be put in their place. */
function speak(command: Command, texts: Texts): void {
  command
    .exitOverride(endWithCode)
    .helpOption('-h, --help', texts.say('help.option'))
    .configureHelp({
      styleTitle: (title) => texts.say(`help.${title.replace(':', '').toLowerCase()}`),
    })
    .configureOutput({
      outputError: (text, write) =>
        write(`${texts.say('fault.usage', { message: text.replace(/^error: /, '').trim() })}\n`),
    });
}

function endWithCode(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? 0 : WRONG_USE);
}
