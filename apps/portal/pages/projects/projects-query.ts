import { randomInt } from 'node:crypto';
import { formatTenge, parseTenge } from '#rules/kernel/money.js';
import { isProjectCategory } from '#rules/participation/categories.js';
import { LARGEST_SEED } from '#rules/participation/seeded-shuffle.js';
import {
  PROJECT_SEQUENCES,
  type ProjectSequence,
  type ProjectsQuestion,
} from '#features/participation/proposals/project.reader.js';

export const VIEWS = ['list', 'map', 'table'] as const;

export type ProjectsViewName = (typeof VIEWS)[number];

/** What stands in the address of the list: shareable, and harmless where it is nonsense. */
export interface ProjectsQuery {
  readonly view: ProjectsViewName;
  readonly order: ProjectSequence;
  /** Null while nothing was drawn for this visitor. */
  readonly seed: number | null;
  readonly category: string;
  readonly territory: string;
  /** In tenge, as typed. */
  readonly maxCost: string;
  readonly q: string;
}

type Sent = Readonly<Record<string, unknown>>;

/** Enough that no project stands first for many, and few enough that a crowd shares the made pages. */
const SEEDS = 64;
const LONGEST = 100;

/** Reads the address; a value that means nothing counts as not given. */
export function readProjectsQuery(sent: Sent): ProjectsQuery {
  const seed = Number(textIn(sent, 'seed') || Number.NaN);
  const category = textIn(sent, 'category');
  const territory = textIn(sent, 'territory');
  return {
    view: VIEWS.find((name) => name === sent['view']) ?? 'list',
    order: PROJECT_SEQUENCES.find((name) => name === sent['order']) ?? 'random',
    seed: Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED ? seed : null,
    category: isProjectCategory(category) ? category : '',
    territory: /^\d{9}$/.test(territory) ? territory : '',
    maxCost: textIn(sent, 'maxCost'),
    q: textIn(sent, 'q'),
  };
}

/** A seed for a visitor who has none: short enough to be said aloud. */
export function drawSeed(): number {
  return randomInt(1, SEEDS + 1);
}

export function questionOf(query: ProjectsQuery): ProjectsQuestion {
  const { order, seed, category, territory, maxCost, q } = query;
  return {
    sequence: order,
    seed: seed ?? 0,
    category: category || undefined,
    territory: territory || undefined,
    maxCostTiyn: parseTenge(maxCost.replaceAll(/[\s₸]/g, '').replace(',', '.')) ?? undefined,
    q: q || undefined,
  };
}

/** One text for each set of filters, whatever the view and the sequence. */
export function filterKey({ category, territory, maxCost, q }: ProjectsQuery): string {
  return JSON.stringify([category, territory, maxCost, q]);
}

/** The address of the same list with something changed. */
export function projectsPath(
  roundId: string,
  query: ProjectsQuery,
  change: Partial<ProjectsQuery> = {},
): string {
  const { view, order, seed, ...filters } = { ...query, ...change };
  const search = new URLSearchParams({
    ...(view === 'list' ? {} : { view }),
    ...(order === 'random' ? {} : { order }),
    ...(order === 'random' && seed !== null ? { seed: String(seed) } : {}),
  });
  for (const [name, value] of Object.entries(filters)) if (value !== '') search.set(name, value);
  return `/rounds/${roundId}/projects${search.size > 0 ? `?${search}` : ''}`;
}

/** The same projects in the same sequence for programs: JSON, or `.csv`, `.geojson`. */
export function projectsApiPath(roundId: string, query: ProjectsQuery, format = ''): string {
  const { order, seed, category, territory, q } = query;
  const search = new URLSearchParams({ order, ...(seed === null ? {} : { seed: String(seed) }) });
  for (const [name, value] of Object.entries({ category, territory, q }))
    if (value !== '') search.set(name, value);
  const { maxCostTiyn } = questionOf(query);
  if (maxCostTiyn !== undefined) search.set('maxCost', formatTenge(maxCostTiyn));
  if (format === '.csv') search.set('kind', 'sheet');
  return `/api/v1/rounds/${roundId}/projects${format}?${search}`;
}

function textIn(sent: Sent, name: string): string {
  const value = sent[name];
  return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
}
