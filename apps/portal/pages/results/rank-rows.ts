import type { SettledPot, SettledProject } from '#features/participation/results/settled-result.js';
import type { Svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';
import type { VoteType } from '#rules/tally/election.js';
import { drawRankBar, percentOf } from './rank-bar.js';
import { amountOf, counterfactualLine, outcomeCodeOf, reasonLines } from './reason-words.js';

/** A project in the ranking: bar, words, and the fold-out reason. */
export interface RankRow {
  readonly number: string;
  readonly title: string;
  readonly path: string;
  readonly isWon: boolean;
  readonly bar: Svg;
  readonly value: string;
  readonly word: string;
  readonly reason: readonly string[];
  readonly missing: string | null;
}

export interface Ranking {
  readonly roundId: string;
  readonly pot: SettledPot;
  readonly voteType: VoteType;
  readonly minimumVotes: number;
}

/** Falling by points; equals by number. Confirmed winners may stand below losers that did not fit. */
export function ranked(pot: SettledPot): readonly SettledProject[] {
  return pot.settled.toSorted((a, b) => b.points - a.points || a.number - b.number);
}

export function rankRows(
  say: Wording,
  { roundId, pot, voteType, minimumVotes }: Ranking,
  projects: readonly SettledProject[],
): readonly RankRow[] {
  const most = Math.max(1, minimumVotes, ...pot.settled.map(({ points }) => points));
  const limitPercent = minimumVotes > 0 ? percentOf(minimumVotes, most) : null;
  return projects.map((project) => {
    const isWon = project.place !== null;
    return {
      number: say.t('common.number', { number: project.number }),
      title: say.official(project.title).text,
      path: `/rounds/${roundId}/results/${project.number}`,
      isWon,
      bar: drawRankBar({ percent: percentOf(project.points, most), isWon, limitPercent }),
      value: amountOf(say, project.points, voteType),
      word: say.t(`results.outcomes.${outcomeCodeOf(project)}`),
      reason: reasonLines(say, project),
      missing: counterfactualLine(say, project, voteType),
    };
  });
}

/** The ranking once more, as a table. */
export function rankTable(
  say: Wording,
  { voteType }: Ranking,
  projects: readonly SettledProject[],
) {
  const hasPoints = amountOf(say, 2, voteType) !== amountOf(say, 2, 'approval');
  const columns = ['project', 'votes', ...(hasPoints ? ['points'] : []), 'cost', 'outcome'];
  return {
    caption: say.t('results.ranking.caption'),
    columns: columns.map((column) => ({
      text: say.t(`results.columns.${column}`),
      numeric: ['votes', 'points', 'cost'].includes(column),
    })),
    rows: projects.map((project) => ({
      cells: [
        {
          text: `${say.t('common.number', { number: project.number })} ${say.official(project.title).text}`,
        },
        { text: say.number(project.votes) },
        ...(hasPoints ? [{ text: say.number(project.points) }] : []),
        { text: say.money(BigInt(project.costTiyn)) },
        { text: say.t(`results.outcomes.${outcomeCodeOf(project)}`) },
      ],
    })),
  };
}
