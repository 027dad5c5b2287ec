import type { ResultRow } from '#features/participation/results/result.reader.js';
import {
  settledResult,
  type SettledProject,
} from '#features/participation/results/settled-result.js';
import { formatTenge } from '#rules/kernel/money.js';
import { csvTable, type CsvKind } from '../csv-table.js';

const COLUMNS = [
  'number',
  'project',
  'title_kk',
  'title_ru',
  'territory',
  'cost',
  'votes',
  'points',
  'place',
  'outcome',
  'needed',
  'left',
  'minimum_votes',
  'conflict_with',
  'ground',
  'would_win_with_more_votes',
  'would_win_at_cost_up_to',
] as const;

/** The projects of a result, one a row, with what decided. */
export async function resultsCsv(result: ResultRow, kind: CsvKind): Promise<string> {
  const rows = settledResult(result).pots.flatMap((pot) => pot.settled.map(rowOf));
  return csvTable(rows, { columns: COLUMNS, kind });
}

function rowOf(project: SettledProject): Record<(typeof COLUMNS)[number], string> {
  const { reason, counterfactual, strike } = project;
  const decided = { ...reason } as Readonly<Record<string, unknown>>;
  const tenge = (sum: unknown) => (typeof sum === 'string' ? formatTenge(BigInt(sum)) : '');
  return {
    number: String(project.number),
    project: project.proposal,
    title_kk: project.title.kk,
    title_ru: project.title.ru,
    territory: project.pot,
    cost: tenge(project.costTiyn),
    votes: String(project.votes),
    points: String(project.points),
    place: text(project.place),
    outcome: strike ? 'COUNCIL_REFUSED' : (reason?.outcome ?? 'TIE_OPEN'),
    needed: tenge(decided['needed']),
    left: tenge(decided['left']),
    minimum_votes: text(decided['minimum']),
    conflict_with: text(decided['with']),
    ground: strike?.ground ?? '',
    would_win_with_more_votes: text(counterfactual?.moreVotes),
    would_win_at_cost_up_to: tenge(counterfactual?.costAtMost),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
