import { languageOf, textsIn } from './language.js';
import { buildProgram } from './program.js';
import { Refused } from './refused.js';

const texts = textsIn(languageOf(process.argv, process.env));
// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => process.exit(0));

try {
  await buildProgram(texts).parseAsync(process.argv);
} catch (error) {
  const lines =
    error instanceof Refused
      ? error.lines
      : [texts.say('fault.unexpected', { message: String(error) })];
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
  process.exitCode = error instanceof Refused ? error.exitCode : 1;
}
