import { settledResult, type SettledPot } from '#features/participation/results/settled-result.js';
import type { PotMeasures } from '#features/participation/results/pot-measures.js';
import type { StoredCount } from '#features/participation/results/stored-count.js';
import type { TallyStudy } from '#features/participation/results/tally-study.js';
import type { Trial, TrialPot } from '#features/participation/results/trial-round.js';
import type { Wording } from '#platform/views/wording.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { placeBars } from './place-bars.js';
import { drawPreferenceStrip } from './preference-strip.js';
import { projectName } from './project-name.js';
import { ruleName } from './rule-words.js';
import { measureRows } from './measure-words.js';

/** A result beside another count of the same ballots, pot by pot. */
export function besideParts(say: Wording, { result, study }: ResultParts, trial: Trial) {
  const { pots } = settledResult(result);
  return pots.map((pot, place) =>
    besidePart(say, {
      pot,
      other: trial.pots[place]!,
      isAlone: pots.length === 1,
      count: result.count,
      trial,
      own: measuresAt(study, place),
    }),
  );
}

interface Beside {
  readonly pot: SettledPot;
  readonly other: TrialPot;
  readonly isAlone: boolean;
  readonly count: StoredCount;
  readonly trial: Trial;
  /** Measures of the result; null until they are worked out. */
  readonly own: PotMeasures | null;
}

function measuresAt({ measures }: TallyStudy, place: number): PotMeasures | null {
  return measures?.[place] ?? null;
}

function besidePart(say: Wording, beside: Beside) {
  const { pot, isAlone, own, other, count } = beside;
  return {
    id: pot.territory,
    name: isAlone ? null : say.official(pot.name).text,
    sentence: sentenceOf(say, beside),
    ...listsOf(say, beside),
    table: own && measureTable(say, beside, own),
    places: own && placeBars(say, { count, own, other: other.measures, names: sideNames(say) }),
    preferences: preferencesOf(say, beside),
  };
}

function sideNames(say: Wording): readonly [string, string] {
  return [say.t('counting.compare.result'), say.t('counting.compare.other')];
}

function sentenceOf(say: Wording, { pot, other }: Beside): string {
  const both = pot.winners.filter((id) => other.winners.includes(id)).length;
  const [onlyResult, onlyOther] = [pot.winners.length - both, other.winners.length - both];
  if (onlyResult + onlyOther === 0) return say.t('counting.compare.same');
  return [
    say.t('counting.compare.both', { count: say.number(both) }),
    say.t('counting.compare.onlyResult', { count: say.number(onlyResult) }),
    say.t('counting.compare.onlyOther', { count: say.number(onlyOther) }),
  ].join(' ');
}

function listsOf(say: Wording, { pot, other, count, trial }: Beside) {
  const here = new Set(pot.winners);
  const there = new Set(other.winners);
  const list = (kind: 'both' | 'result' | 'other', isIn: (id: string) => boolean) => {
    const rule = ruleName(say, kind === 'other' ? trial.rule : count.rule);
    const heading = say.t(`counting.compare.lists.${kind}`, kind === 'both' ? {} : { rule });
    return {
      heading,
      projects: namesOf(say, pot, isIn),
      none: say.t('counting.compare.lists.none'),
    };
  };
  return {
    lists: [
      list('result', (id) => here.has(id) && !there.has(id)),
      list('other', (id) => there.has(id) && !here.has(id)),
    ],
    both: list('both', (id) => here.has(id) && there.has(id)),
  };
}

function namesOf(say: Wording, pot: SettledPot, isIn: (id: string) => boolean) {
  return pot.settled
    .filter(({ id }) => isIn(id))
    .toSorted((a, b) => b.points - a.points || a.number - b.number)
    .map((project) => ({
      name: projectName(say, project),
      detail: say.moneyShort(BigInt(project.costTiyn)),
    }));
}

function measureTable(say: Wording, { pot, other, count, trial }: Beside, own: PotMeasures) {
  const theirs = measureRows(say, other.measures).map(({ value }) => value);
  const rows = measureRows(say, own).map(({ key, value }, place) => [key, value, theirs[place]!]);
  const head = [
    [
      say.t('counting.compare.winners'),
      say.number(pot.winners.length),
      say.number(other.winners.length),
    ],
    [
      say.t('counting.compare.spent'),
      say.money(BigInt(pot.costTiyn)),
      say.money(BigInt(other.costTiyn)),
    ],
  ];
  const [first, second] = sideNames(say);
  return {
    caption: say.t('counting.compare.measures'),
    columns: [
      { text: say.t('counting.compare.measure') },
      { text: `${first}: ${ruleName(say, count.rule)}`, numeric: true },
      { text: `${second}: ${ruleName(say, trial.rule)}`, numeric: true },
    ],
    rows: [...head, ...rows].map((texts) => ({ cells: texts.map((text) => ({ text })) })),
  };
}

function preferencesOf(say: Wording, { pot, other }: Beside) {
  const { first, second, indifferent } = other.preferences;
  const shares = { first, same: indifferent, second };
  const all = first + second + indifferent;
  const lines = Object.entries(shares).map(([name, count]) =>
    say.t(`counting.compare.preferences.${name}`, {
      count: `${say.number(count)} (${say.percent(count, all)})`,
    }),
  );
  const drawing = drawPreferenceStrip({
    id: pot.territory,
    title: say.t('counting.compare.preferences.title'),
    text: lines.join('. '),
    preferences: other.preferences,
  });
  return { drawing, text: say.t('counting.compare.preferences.text'), lines };
}
