import { ConfigError } from '#platform/config/config.js';
import { buildProgram } from './program.js';
import { CommandFailed } from './command-failed.js';

const WRONG_USE = 2;

try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = error instanceof ConfigError ? WRONG_USE : 1;
  if (!(error instanceof ConfigError || error instanceof CommandFailed) && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
}
