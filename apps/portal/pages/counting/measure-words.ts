import type { PotMeasures } from '#features/participation/results/pot-measures.js';
import type { StoredCount } from '#features/participation/results/stored-count.js';
import type { Wording } from '#platform/views/wording.js';
import { parseFraction } from '#rules/kernel/fraction.js';
import { averageOf } from './shown-fraction.js';

/** What an outcome gave to the voters, as keys and values. */
export function measureRows(say: Wording, measures: PotMeasures) {
  const { withNothing, voters, exclusionRatio, averageWinners, averageMoney } = measures;
  const exclusion = parseFraction(exclusionRatio);
  const winners = parseFraction(averageWinners);
  const row = (name: string, value: string) => ({ key: say.t(`counting.measures.${name}`), value });
  return [
    row(
      'withNothing',
      say.t('counting.measures.ofVoters', {
        count: say.number(withNothing),
        share: say.percent(withNothing, voters),
      }),
    ),
    row('exclusion', say.percent(exclusion.num, exclusion.den)),
    row('averageWinners', say.number(Number((winners.num * 100n) / winners.den) / 100)),
    row('averageMoney', say.money(averageOf(averageMoney))),
  ];
}

/** Names of places as the turnout gives them. */
export function placeNames(
  say: Wording,
  { turnout }: StoredCount,
): (territory: string | null) => string {
  const names = new Map(
    turnout.byTerritory.shown.map(({ territory, name }) => [territory, say.official(name).text]),
  );
  return (territory) =>
    (territory !== null && names.get(territory)) || say.t('counting.measures.rest');
}
