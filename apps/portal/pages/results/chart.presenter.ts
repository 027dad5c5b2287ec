import { settledResult } from '#features/participation/results/settled-result.js';
import type { Svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';
import type { ResultParts } from '../../api/results/result.presenter.js';
import { ranked } from './rank-rows.js';
import { amountOf } from './reason-words.js';
import { drawResultChart } from './result-chart.js';

/** The ranking of one pot as a drawing; without a pot asked for, the first one. */
export function chartOf(say: Wording, { round, result }: ResultParts, pot: unknown): Svg {
  const { pots } = settledResult(result);
  const chosen = pots.find(({ territory }) => territory === pot) ?? pots[0]!;
  const { minimumVotes, voteType } = result.count;
  const projects = chosen.settled.length;
  return drawResultChart({
    title: say.t('results.chartTitle', { round: say.official(round.title).text }),
    description: say.t('results.chartDesc', { projects, minimum: minimumVotes }),
    minimum: minimumVotes,
    rows: ranked(chosen).map((project) => ({
      text: `${say.t('common.number', { number: project.number })} ${say.official(project.title).text}`,
      value: amountOf(say, project.points, voteType),
      score: project.points,
      isWon: project.place !== null,
    })),
  });
}
