import type { Command } from 'commander';
import type { Election } from '#rules/tally/election.js';
import { measuresOf } from '#rules/tally/measures.js';
import type { PabulibFile } from '#rules/tally/pabulib/pabulib-file.js';
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
  const { election, oddities, omitted } = file;
  const rule = ruleOf(flags);
  const result = countOrRefuse(file, rule, texts);
  const head = headJson(election, rule);
  const found = { oddities, ...(omitted > 0 && { moreOddities: omitted }) };
  if (!flags.json) reportOddities(file, texts);
  if (result.kind === 'tie') {
    const { between, settled } = result;
    if (flags.json) print(JSON.stringify({ ...head, tie: { between, settled }, ...found }));
    process.stderr.write(`${tieSentence(result, texts)}\n`);
    process.exitCode = 1;
    return;
  }
  const measures = measuresOf(election, result.winners);
  if (flags.json) {
    const outcome = outcomeJson(election, rule, result);
    print(
      JSON.stringify({ ...head, ...outcome, measures: measuresJson(measures, election), ...found }),
    );
  } else {
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

function reportOddities({ oddities, omitted }: PabulibFile, texts: Texts): void {
  for (const oddity of oddities) process.stderr.write(`${describe(oddity, texts)}\n`);
  if (omitted > 0) process.stderr.write(`${texts.say('findings.omitted', { count: omitted })}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
