import type { Command } from 'commander';
import {
  findCounterfactual,
  type FoundCounterfactual,
} from '#rules/tally/counterfactual-search.js';
import type { Election } from '#rules/tally/election.js';
import type { Outcome, Reason } from '#rules/tally/outcome.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import { scoresOf } from '#rules/tally/scores.js';
import { formatAmount } from '#rules/tally/amount.js';
import { countOrRefuse, tieSentence } from '../count-election.js';
import type { Texts } from '../language.js';
import { readElection } from '../read-election.js';
import { Refused } from '../refused.js';
import { headJson, reasonJson, stepJson } from '../report-json.js';
import { money, nameOf, reasonText, sharesText } from '../report-text.js';
import { addCommonOptions, addRuleOptions, ruleOf, type RuleFlags } from '../rule-options.js';

/** `recount explain FILE.pb PROJECT --rule RULE`: why it won or lost, and what it lacked. */
export function addExplainCommand(program: Command, texts: Texts): void {
  const command = program
    .command('explain')
    .description(texts.say('command.explain'))
    .argument('<file>', texts.say('argument.file'))
    .argument('<project>', texts.say('argument.project'));
  addCommonOptions(addRuleOptions(command, texts), texts).action(
    (path: string, id: string, flags: RuleFlags) => explain(path, id, { flags, texts }),
  );
}

async function explain(
  path: string,
  id: string,
  { flags, texts }: { readonly flags: RuleFlags; readonly texts: Texts },
): Promise<void> {
  const file = await readElection(path, flags.strict ?? false, texts);
  const { election } = file;
  if (!election.projects.some((project) => project.id === id)) {
    throw new Refused([texts.say('fault.unknown_project', { id })], 2);
  }
  const rule = ruleOf(flags);
  const outcome = countOrRefuse(file, rule, texts);
  if (outcome.kind === 'tie') throw new Refused([tieSentence(outcome, texts)]);
  const found = outcome.winners.includes(id) ? null : findCounterfactual(election, rule, id);
  const lacked = found && withMinimum(found, outcome.reasons.get(id)!);
  const told: Told = { election, rule, outcome, id, lacked };
  const text = flags.json ? JSON.stringify(reportOf(told)) : sentences(told, texts);
  process.stdout.write(`${text}\n`);
}

/** Below the minimum no cost is low enough, and the votes must reach the minimum too. */
function withMinimum(found: FoundCounterfactual, reason: Reason): FoundCounterfactual {
  if (reason.outcome !== 'BELOW_MINIMUM') return found;
  const missing = reason.minimum - reason.votes;
  const { moreVotes } = found;
  return {
    ...found,
    moreVotes: moreVotes === null ? null : Math.max(moreVotes, missing),
    costAtMost: null,
  };
}

interface Told {
  readonly election: Election;
  readonly rule: RuleSpec;
  readonly outcome: Outcome;
  readonly id: string;
  readonly lacked: FoundCounterfactual | null;
}

function reportOf({ election, rule, outcome, id, lacked }: Told): object {
  const place = election.projects.findIndex((project) => project.id === id);
  const { votes, points } = scoresOf(election);
  const steps = outcome.steps.filter((step) => step.project === id || step.tiedWith.includes(id));
  const { cost } = election.projects[place]!;
  return {
    ...headJson(election, rule),
    project: id,
    cost: formatAmount(cost, election.scale),
    votes: votes[place],
    points: points[place],
    reason: reasonJson(outcome.reasons.get(id)!, election),
    steps: steps.map((step) => stepJson(step, election, rule)),
    counterfactual: lacked && {
      ...lacked,
      costAtMost:
        lacked.costAtMost === null ? null : formatAmount(lacked.costAtMost, election.scale),
    },
  };
}

function sentences({ election, outcome, id, lacked }: Told, texts: Texts): string {
  const step = outcome.steps.find((one) => one.kind === 'equal-shares' && one.project === id);
  const lines = [
    `${nameOf(election, id)}: ${reasonText(outcome.reasons.get(id)!, election, texts)}`,
    ...(step?.kind === 'equal-shares' ? [sharesText(step, election, texts)] : []),
    ...(lacked ? lackedText(lacked, election, texts) : []),
  ];
  return lines.join('\n');
}

function lackedText(
  { moreVotes, costAtMost }: FoundCounterfactual,
  election: Election,
  texts: Texts,
): readonly string[] {
  if (moreVotes === null && costAtMost === null) return [texts.say('explain.nothing')];
  return [
    ...(moreVotes === null ? [] : [texts.say('explain.votes', { votes: moreVotes })]),
    ...(costAtMost === null
      ? []
      : [texts.say('explain.cost', { cost: money(costAtMost, election, texts) })]),
  ];
}
