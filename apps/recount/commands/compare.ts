import type { Command } from 'commander';
import { comparePreferences } from '#rules/tally/comparison.js';
import type { Election } from '#rules/tally/election.js';
import { measuresOf } from '#rules/tally/measures.js';
import type { Ties } from '#rules/tally/rule-spec.js';
import type { Texts } from '../language.js';
import { readElection } from '../read-election.js';
import { measuresJson } from '../report-json.js';
import { measuresText, nameOf } from '../report-text.js';
import {
  addCommonOptions,
  addTiesOption,
  addTrialOptions,
  type CommonFlags,
  type TrialFlags,
} from '../rule-options.js';
import { underTrial } from '../under-trial.js';
import { winnersOf } from '../winners-source.js';

interface CompareFlags extends CommonFlags, TrialFlags {
  readonly ties: Ties;
}

/**
 * `recount compare FILE.pb A B`: two outcomes on the same ballots; each is a rule, as
 * `greedy` or `equal-shares/cost/add1u`, or a file of winners.
 */
export function addCompareCommand(program: Command, texts: Texts): void {
  const command = program
    .command('compare')
    .description(texts.say('command.compare'))
    .argument('<file>', texts.say('argument.file'))
    .argument('<first>', texts.say('argument.outcome'))
    .argument('<second>', texts.say('argument.outcome'));
  addTrialOptions(addCommonOptions(addTiesOption(command, texts), texts), texts).action(
    (path: string, first: string, second: string, flags: CompareFlags) =>
      compare(path, [first, second], { flags, texts }),
  );
}

async function compare(
  path: string,
  sources: readonly [string, string],
  { flags, texts }: { readonly flags: CompareFlags; readonly texts: Texts },
): Promise<void> {
  const file = underTrial(await readElection(path, flags.strict ?? false, texts), flags);
  const { election } = file;
  const sides = sources.map((source) => ({
    source,
    winners: winnersOf(source, file, { ties: flags.ties, texts }),
  })) as [Side, Side];
  const text = flags.json
    ? JSON.stringify(reportOf(election, sides))
    : sentences(election, sides, texts);
  process.stdout.write(`${text}\n`);
}

interface Side {
  readonly source: string;
  readonly winners: readonly string[];
}

function reportOf(election: Election, [first, second]: readonly [Side, Side]): object {
  const side = ({ source, winners }: Side): object => ({
    source,
    winners,
    measures: measuresJson(measuresOf(election, winners), election),
  });
  return {
    first: side(first),
    second: side(second),
    same: without(first, second).length + without(second, first).length === 0,
    onlyFirst: without(first, second),
    onlySecond: without(second, first),
    preferences: comparePreferences(election, first.winners, second.winners),
  };
}

function sentences(election: Election, sides: readonly [Side, Side], texts: Texts): string {
  const [first, second] = sides;
  const preferences = comparePreferences(election, first.winners, second.winners);
  const lines = [[first, second] as const, [second, first] as const].flatMap(([one, other]) => [
    texts.say('compare.side', { source: one.source, count: one.winners.length }),
    `  ${measuresText(measuresOf(election, one.winners), election, texts)}`,
    ...without(one, other).map(
      (id) => `  ${texts.say('compare.only', { project: nameOf(election, id) })}`,
    ),
  ]);
  return [...lines, texts.say('compare.preferences', { ...preferences })].join('\n');
}

function without(one: Side, other: Side): readonly string[] {
  return one.winners.filter((id) => !other.winners.includes(id));
}
