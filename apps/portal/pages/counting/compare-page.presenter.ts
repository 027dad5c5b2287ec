import { settledResult } from '#features/participation/results/settled-result.js';
import type { Wording } from '#platform/views/wording.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { drawHatch } from '../results/rank-bar.js';
import { stampOf } from '../results/result-page.presenter.js';
import { besideParts } from './beside-part.js';
import { countingCrumbs } from './counting-crumbs.js';
import { ruleName, ruleRows } from './rule-words.js';

/** A result beside the other customary rule: by votes beside equal shares, or the other way round. */
export function presentComparePage(say: Wording, parts: ResultParts) {
  const { round, result, study } = parts;
  const { state, pots } = settledResult(result);
  const title = say.t('counting.compare.title');
  const { counterpart } = study;
  return {
    title,
    heading: counterpart
      ? `${ruleName(say, result.count.rule)} · ${ruleName(say, counterpart.rule)}`
      : title,
    crumbs: countingCrumbs(say, round, title),
    stamp: stampOf(say, { round, result }, state),
    hatch: drawHatch(),
    result: ruleRows(say, result.count),
    other: counterpart && ruleRows(say, counterpart),
    parts: counterpart && besideParts(say, parts, counterpart),
    strikes: pots.some(({ settled }) => settled.some(({ strike }) => strike)),
    trialPath: `/rounds/${round.id}/results/trial`,
  };
}
