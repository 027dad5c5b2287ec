import { SingleBar } from 'cli-progress';
import { createReadStream, statSync, type ReadStream } from 'node:fs';
import type { Finding } from '#rules/tally/pabulib/findings.js';
import type { PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
import { readPabulib } from '#rules/tally/pabulib/read-pabulib.js';
import type { Texts } from './language.js';
import { Refused } from './refused.js';

/**
 * Reads an election file; a malformed one ends the command with every fault and its line.
 * Districts are kept apart so that measures by district can be told.
 */
export async function readElection(
  path: string,
  strict: boolean,
  texts: Texts,
): Promise<PabulibFile> {
  const size = sizeOf(path, texts);
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
  const file = await readPabulib(withProgress(stream, size, texts), {
    mode: strict ? 'strict' : 'lenient',
    keepDistricts: true,
  });
  if (file.kind === 'read') return file;
  throw new Refused([
    ...file.faults.map((fault) => describe(fault, texts)),
    ...(file.omitted > 0 ? [texts.say('findings.omitted', { count: file.omitted })] : []),
  ]);
}

/** `line 17: The cost "-1" is not a sum` */
export function describe({ line, code, details }: Finding, texts: Texts): string {
  const what = texts.say(code, details);
  return line === 0 ? what : texts.say('findings.line', { line, what });
}

function sizeOf(path: string, texts: Texts): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return found.size;
  throw new Refused([texts.say('fault.no_file', { path })], 2);
}

async function* withProgress(
  stream: ReadStream,
  size: number,
  texts: Texts,
): AsyncGenerator<string> {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: `${texts.say('progress.reading')} {bar} {percentage} %`,
        clearOnComplete: true,
      })
    : null;
  bar?.start(size, 0);
  try {
    for await (const piece of stream) {
      bar?.update(stream.bytesRead);
      yield piece as string;
    }
  } finally {
    bar?.stop();
  }
}
