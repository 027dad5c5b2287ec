import { createReadStream } from 'node:fs';
import { type PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
import { readPabulib } from '#rules/tally/pabulib/read-pabulib.js';
import { CommandFailed } from '../command-failed.js';
import { firstVotes } from './first-votes.js';
import { findingLines } from './finding-lines.js';

/**
 * Reads a Pabulib file leniently; with a limit, of its votes only the first ones.
 *
 * @throws CommandFailed naming every fault with its line
 */
export async function readElection(path: string, limit: number | null): Promise<PabulibFile> {
  const file = await readWhole(path);
  if (limit === null) return file;
  const part = await readPabulib(firstVotes(piecesOf(path), limit), { mode: 'lenient' });
  return part.kind === 'read' ? part : file;
}

async function readWhole(path: string): Promise<PabulibFile> {
  const file = await readPabulib(piecesOf(path), { mode: 'lenient' }).catch((error: unknown) => {
    throw new CommandFailed(`${path} cannot be read: ${String((error as Error).message)}`);
  });
  if (file.kind === 'read') return file;
  const lines = findingLines(path, file.faults, file.omitted);
  throw new CommandFailed(`${lines.join('\n')}\n${path} is no election that can be counted`);
}

function piecesOf(path: string): AsyncIterable<string> {
  return createReadStream(path, 'utf8') as AsyncIterable<string>;
}
