import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  COMPLETIONS,
  isTies,
  RULES,
  ruleSpec,
  SATISFACTIONS,
  type Completion,
  type RuleName,
  type RuleSpec,
  type Satisfaction,
  type Ties,
} from '#rules/tally/rule-spec.js';
import { parseAmount, type Amount } from '#rules/tally/amount.js';
import { LANGUAGES, type Texts } from './language.js';

export interface CommonFlags {
  readonly json?: boolean;
  readonly strict?: boolean;
}

export interface RuleFlags extends CommonFlags {
  readonly rule: RuleName;
  readonly satisfaction: Satisfaction;
  readonly completion: Completion;
  readonly ties: Ties;
  readonly phragmen: 'stop' | 'skip';
}

/** Conditions of a trial in place of the file's own. */
export interface TrialFlags {
  readonly minimumVotes?: number;
  readonly budget?: Amount;
}

export function addRuleOptions(command: Command, texts: Texts): Command {
  return addTiesOption(command, texts)
    .addOption(
      new Option('--rule <rule>', texts.say('option.rule')).choices(RULES).makeOptionMandatory(),
    )
    .addOption(
      new Option('--satisfaction <kind>', texts.say('option.satisfaction'))
        .choices(SATISFACTIONS)
        .default('cost'),
    )
    .addOption(
      new Option('--completion <kind>', texts.say('option.completion'))
        .choices(COMPLETIONS)
        .default('none'),
    )
    .addOption(
      new Option('--phragmen <way>', texts.say('option.phragmen'))
        .choices(['stop', 'skip'])
        .default('stop'),
    );
}

export function addTiesOption(command: Command, texts: Texts): Command {
  const parse = (text: string): Ties => {
    if (isTies(text)) return text;
    throw new InvalidArgumentError(texts.say('option.ties.wrong'));
  };
  return command.addOption(
    new Option('--ties <way>', texts.say('option.ties')).argParser(parse).default('refuse'),
  );
}

/** Other conditions for the same ballots: a dry run of next year's rules. */
export function addTrialOptions(command: Command, texts: Texts): Command {
  const votesIn = (text: string): number => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new InvalidArgumentError(texts.say('option.minimum.wrong'));
  };
  const budgetIn = (text: string): Amount => {
    const amount = parseAmount(text);
    if (amount && amount.digits > 0n) return amount;
    throw new InvalidArgumentError(texts.say('option.budget.wrong'));
  };
  return command
    .addOption(
      new Option('--minimum-votes <votes>', texts.say('option.minimum')).argParser(votesIn),
    )
    .addOption(new Option('--budget <sum>', texts.say('option.budget')).argParser(budgetIn));
}

export function addCommonOptions(command: Command, texts: Texts): Command {
  return command
    .option('--json', texts.say('option.json'))
    .option('--strict', texts.say('option.strict'))
    .addOption(new Option('--lang <language>', texts.say('option.lang')).choices(LANGUAGES));
}

export function ruleOf(flags: RuleFlags): RuleSpec {
  const { rule: name, satisfaction, completion, ties, phragmen: overspending } = flags;
  return ruleSpec({ name, satisfaction, completion, ties, overspending });
}
