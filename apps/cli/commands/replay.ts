import { InvalidArgumentError, type Command, Option } from 'commander';
import {
  COMPLETIONS,
  isTies,
  RULES,
  ruleSpec,
  SATISFACTIONS,
  type RuleSpec,
} from '#rules/tally/rule-spec.js';
import { createPortal } from '../../portal/create-portal.js';
import { createLogger } from '../../portal/log.js';
import { CommandFailed } from '../command-failed.js';
import { ApiClient } from '../replay/api-client.js';
import { findingLines } from '../replay/finding-lines.js';
import { openProgress } from '../progress.js';
import { readElection } from '../replay/read-election.js';
import { replayElection } from '../replay/replay-election.js';
import { replaySentence, type ReplayResult } from '../replay/replay-result.js';
import { findRunningServer } from '../replay/running-server.js';
import { type ReplayServer, startScratchServer } from '../replay/scratch-server.js';
import { printResult } from '../output.js';

interface ReplayFlags extends Pick<RuleSpec, 'satisfaction' | 'completion' | 'ties'> {
  readonly rule: RuleSpec['name'];
  readonly baseUrl?: string;
  readonly connections: number;
  readonly limit?: number;
  readonly keep?: boolean;
  readonly json?: boolean;
}

const MOST_CONNECTIONS = 1_000;
const ODDITIES_TOLD = 20;

export function addReplayCommand(program: Command): void {
  program
    .command('replay')
    .description('hold the election of a Pabulib file again, every ballot through the HTTP API')
    .argument('<file>', 'election in the Pabulib format (.pb)')
    .option('--base-url <url>', 'a running portal; without it one is started and removed', webUrl)
    .option('--connections <n>', 'connections at once', wholeUpTo(MOST_CONNECTIONS), 64)
    .option('--limit <votes>', 'cast only the first votes', wholeUpTo(Number.MAX_SAFE_INTEGER))
    .addOption(new Option('--rule <name>', 'how to count').choices(RULES).default('greedy'))
    .addOption(new Option('--satisfaction <kind>').choices(SATISFACTIONS).default('cost'))
    .addOption(new Option('--completion <kind>').choices(COMPLETIONS).default('none'))
    .option('--ties <way>', 'refuse, id, cost-votes-id or lottery:SEED', tiesOf, 'id')
    .option('--keep', 'leave the started server’s database in place')
    .option('--json', 'one JSON value on standard output')
    .action(runReplay);
}

async function runReplay(path: string, flags: ReplayFlags): Promise<void> {
  const file = await readElection(path, flags.limit ?? null);
  for (const line of findingLines(path, file.oddities.slice(0, ODDITIES_TOLD), 0))
    process.stderr.write(`${line}\n`);
  const stopped = whenAskedToStop();
  const server = flags.baseUrl
    ? findRunningServer(flags.baseUrl)
    : await startScratchServer(flags.keep ?? false);
  try {
    const result = await Promise.race([replayOn(server, flags, file), stopped]);
    printResult(flags, result, () => replaySentence(result));
  } finally {
    await server.close();
  }
}

/** Rejects on the first signal: the command then still takes away what it started. */
function whenAskedToStop(): Promise<never> {
  const stopped = new Promise<never>((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new CommandFailed('Stopped before the end')));
  });
  stopped.catch(() => undefined);
  return stopped;
}

/** The application here only stages the election; every act goes to the portal over HTTP. */
async function replayOn(
  { baseUrl, config }: ReplayServer,
  flags: ReplayFlags,
  file: Awaited<ReturnType<typeof readElection>>,
): Promise<ReplayResult> {
  const { databaseUrl } = config;
  const setup = { config, databaseUrl, onPoolError: () => undefined };
  const app = await createPortal(setup, createLogger('silent'));
  const api = new ApiClient(baseUrl, flags.connections);
  const progress = openProgress();
  try {
    await app.init();
    const ground = { app, api, connections: flags.connections, progress };
    return await replayElection(ground, file, ruleOf(flags));
  } finally {
    progress.end();
    api.close();
    await app.close();
  }
}

function ruleOf({ rule: name, satisfaction, completion, ties }: ReplayFlags): RuleSpec {
  return ruleSpec({ name, satisfaction, completion, ties });
}

function wholeUpTo(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`A whole number from 1 to ${most} is expected.`);
  };
}

function webUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('An address with http: or https: is expected.');
}

function tiesOf(text: string): RuleSpec['ties'] {
  if (isTies(text)) return text;
  throw new InvalidArgumentError('refuse, id, cost-votes-id or lottery:SEED is expected.');
}
