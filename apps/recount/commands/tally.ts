import type { Command } from 'commander';
import type { Election } from '#rules/tally/election.js';
import { measuresOf } from '#rules/tally/measures.js';
import type { Finding } from '#rules/tally/pabulib/findings.js';
import { countOrRefuse, tieSentence } from '../count-election.js';
import type { Texts } from '../language.js';
import { describe, readElection } from '../read-election.js';
import { headJson, measuresJson, outcomeJson } from '../report-json.js';
import { measuresText, outcomeText } from '../report-text.js';
import {
  addCommonOptions,
  addRuleOptions,
  addTrialOptions,
  ruleOf,
  type RuleFlags,
  type TrialFlags,
} from '../rule-options.js';
import { underTrial } from '../under-trial.js';

/** `recount tally FILE.pb --rule RULE`: counts an election file. */
export function addTallyCommand(program: Command, texts: Texts): void {
  const command = program
    .command('tally')
    .description(texts.say('command.tally'))
    .argument('<file>', texts.say('argument.file'));
  addTrialOptions(addCommonOptions(addRuleOptions(command, texts), texts), texts).action(
    (path: string, flags: RuleFlags & TrialFlags) => tally(path, flags, texts),
  );
}

async function tally(path: string, flags: RuleFlags & TrialFlags, texts: Texts): Promise<void> {
  const file = underTrial(await readElection(path, flags.strict ?? false, texts), flags);
  const { election, oddities } = file;
  const rule = ruleOf(flags);
  const result = countOrRefuse(file, rule, texts);
  const head = headJson(election, rule);
  if (result.kind === 'tie') {
    const { between, settled } = result;
    if (flags.json) print(JSON.stringify({ ...head, tie: { between, settled }, oddities }));
    process.stderr.write(`${tieSentence(result, texts)}\n`);
    process.exitCode = 1;
    return;
  }
  const measures = measuresOf(election, result.winners);
  if (flags.json) {
    const outcome = outcomeJson(election, rule, result);
    print(
      JSON.stringify({ ...head, ...outcome, measures: measuresJson(measures, election), oddities }),
    );
  } else {
    reportOddities(oddities, texts);
    print(`${outcomeText(election, result, texts)}\n${published(election, result.winners, texts)}`);
    print(measuresText(measures, election, texts));
  }
}

/** Does the file's own `selected` column tell the same winners? */
function published({ projects }: Election, winners: readonly string[], texts: Texts): string {
  if (projects.every(({ selected }) => selected === undefined)) return texts.say('published.none');
  const same = projects.every(({ id, selected = 0 }) => (selected === 1) === winners.includes(id));
  return texts.say(same ? 'published.same' : 'published.different');
}

function reportOddities(oddities: readonly Finding[], texts: Texts): void {
  for (const oddity of oddities) process.stderr.write(`${describe(oddity, texts)}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
