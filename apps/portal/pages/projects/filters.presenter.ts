import { categoriesOn } from '#rules/participation/categories.js';
import { PROJECT_SEQUENCES } from '#features/participation/proposals/project.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { projectsPath, type ProjectsQuery } from './projects-query.js';

/** The form of the filters. */
export function presentFilters({ id, pots, today }: RoundRow, query: ProjectsQuery, say: Wording) {
  const all = { value: '', text: say.t('projects.filters.all') };
  return {
    action: `/rounds/${id}/projects`,
    query,
    categories: [
      all,
      ...categoriesOn(today).map((value) => ({ value, text: say.t(`categories.${value}`) })),
    ],
    pots: pots.length > 1 ? [all, ...presentPots(pots, say)] : [],
    orders: PROJECT_SEQUENCES.map((value) => ({ value, text: say.t(`projects.orders.${value}`) })),
  };
}

/** Filters in force, each with the way to remove it. */
export function presentChosen({ id, pots }: RoundRow, query: ProjectsQuery, say: Wording) {
  const pot = pots.find(({ territory }) => territory === query.territory);
  const texts = {
    q: query.q,
    category: query.category && say.t(`categories.${query.category}`),
    territory: pot ? say.official(pot.name).text : query.territory,
    maxCost: query.maxCost && `${say.t('projects.filters.maxCost')}: ${query.maxCost}`,
  };
  return Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({ text, path: projectsPath(id, query, { [name]: '' }) }));
}

/** How the sequence came about: the same number gives the same sequence; without one it is drawn anew. */
export function presentSequence({ id }: RoundRow, query: ProjectsQuery, say: Wording) {
  if (query.order !== 'random' || query.seed === null) return undefined;
  const text = say.t('projects.random', { seed: String(query.seed) });
  return { text, shuffle: projectsPath(id, query, { seed: null }) };
}

/** Why nothing is listed, and what to loosen. */
export function presentEmpty({ id, phase }: RoundRow, query: ProjectsQuery, say: Wording) {
  const hasFilters = [query.q, query.category, query.territory, query.maxCost].some(
    (value) => value !== '',
  );
  const without = projectsPath(id, { ...query, q: '', category: '', territory: '', maxCost: '' });
  if (hasFilters)
    return {
      text: say.t('projects.empty.filtered'),
      next: { text: say.t('projects.empty.loosen'), path: without },
    };
  const early = ['preparing', 'announced', 'intake', 'review'].includes(phase);
  const next = { text: say.t('projects.empty.toRound'), path: `/rounds/${id}` };
  return { text: say.t(early ? 'projects.empty.early' : 'projects.empty.none'), next };
}

/** Territories of a round's pots as choices. */
export function presentPots(pots: RoundRow['pots'], say: Wording) {
  return pots.map(({ territory, name }) => ({ value: territory, text: say.official(name).text }));
}
