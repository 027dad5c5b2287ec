import { settledResult } from '#features/participation/results/settled-result.js';
import type { Trial } from '#features/participation/results/trial-round.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import { COMPLETIONS, RULES, SATISFACTIONS } from '#rules/tally/rule-spec.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { recountCommand } from '../results/counting-rule-words.js';
import { drawHatch } from '../results/rank-bar.js';
import { besideParts } from './beside-part.js';
import { countingCrumbs } from './counting-crumbs.js';
import { ruleRows } from './rule-words.js';
import type { TrialForm } from './trial-form.js';

export interface TrialPage {
  readonly parts: ResultParts;
  readonly form: TrialForm;
  /** What the trial gave; null before it is asked for and where it was refused. */
  readonly trial: Trial | null;
  readonly faults?: FormFaults;
}

/** Other rules tried on the votes of a closed round; never to be taken for its result. */
export function presentTrialPage(say: Wording, { parts, form, trial, faults }: TrialPage) {
  const { round, result } = parts;
  const title = say.t('counting.trial.title');
  const { pots } = settledResult(result);
  return {
    title,
    crumbs: countingCrumbs(say, round, title),
    hatch: drawHatch(),
    faults,
    action: `/rounds/${round.id}/results/trial`,
    ...fieldsOf(say, form, result.count.minimumVotes),
    settings: trial && ruleRows(say, trial),
    parts: trial && besideParts(say, parts, trial),
    strikes: pots.some(({ settled }) => settled.some(({ strike }) => strike)),
    commands: trial && pots.map(({ territory }) => commandOf(parts, trial, territory)),
    verifyPath: `/rounds/${round.id}/verify`,
  };
}

function fieldsOf(say: Wording, form: TrialForm, minimum: number) {
  const field = (name: string) => ({ name, label: say.t(`counting.trial.${name}`) });
  const choices = (all: readonly string[], words: string) =>
    all.map((value) => ({ value, text: say.t(`counting.${words}.${value}`) }));
  const rule = { name: 'rule', legend: say.t('counting.trial.rule'), value: form.name };
  return {
    rule: { ...rule, choices: choices(RULES, 'names') },
    satisfaction: {
      ...field('satisfaction'),
      hint: say.t('counting.trial.satisfactionHint'),
      value: form.satisfaction,
      choices: choices(SATISFACTIONS, 'satisfactions'),
    },
    completion: {
      ...field('completion'),
      value: form.completion,
      choices: choices(COMPLETIONS, 'completions'),
    },
    minimum: {
      ...field('minimum'),
      hint: say.t('counting.trial.minimumHint', { minimum: say.number(minimum) }),
      value: form.minimum,
      width: '5',
      inputmode: 'numeric',
    },
  };
}

function commandOf(
  { round }: ResultParts,
  { rule, minimumVotes }: Trial,
  territory: string,
): string {
  const command = recountCommand({ rule }, `round-${round.year}-${territory}.pb`);
  return command.replace(/ --json$/, ` --minimum-votes ${minimumVotes}`);
}
