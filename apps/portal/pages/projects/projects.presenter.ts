import { categoriesOn } from '#rules/participation/categories.js';
import {
  PROJECT_SEQUENCES,
  type ProjectRow,
} from '#features/participation/proposals/project.reader.js';
import { smallNameOf } from '#features/participation/proposals/stored-names.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { lastDayBefore } from '../propose/start.presenter.js';
import { filePath } from './files.presenter.js';
import { presentMap } from './map.presenter.js';
import {
  drawSeed,
  projectsApiPath,
  projectsPath,
  type ProjectsQuery,
  VIEWS,
} from './projects-query.js';
import { titleOf } from './title.js';

/** The list of a round's projects, the same for everybody who asks with the same address. */
export function presentProjects({ round, query, projects }: ProjectsAsked, say: Wording) {
  const roundTitle = say.official(round.title).text;
  const path = (change: Partial<ProjectsQuery>) => projectsPath(round.id, query, change);
  return {
    heading: `${say.t('projects.title')}: ${say.t('projects.found', { count: projects.length })}`,
    roundTitle,
    crumbs: [{ text: roundTitle, path: `/rounds/${round.id}` }, { text: say.t('projects.title') }],
    phase: presentPhase(round, say),
    figures: presentFigures(round, projects, say),
    vote: round.phase === 'voting' ? `/rounds/${round.id}/vote` : undefined,
    propose: round.phase === 'intake' ? `/propose?round=${round.id}` : undefined,
    views: VIEWS.map((view) => ({
      text: say.t(`projects.views.${view}`),
      path: path({ view }),
      current: view === query.view,
    })),
    filters: presentFilters(round, query, say),
    chosen: presentChosen(round, query, say),
    sequence: presentSequence(round, query, say),
    empty: presentEmpty(round, query, projects, say),
    cards: query.view === 'table' ? [] : projects.map((row) => presentCard(row, say)),
    table: query.view === 'table' ? presentTable(projects, say) : undefined,
    map: query.view === 'map' ? presentMap(projects, say) : undefined,
    noPlaces: query.view === 'map' && projects.length > 0,
    json: projectsApiPath(round.id, query),
    geojson: `/api/v1/rounds/${round.id}/projects.geojson`,
  };
}

export interface ProjectsAsked {
  readonly round: RoundRow;
  readonly query: ProjectsQuery;
  readonly projects: readonly ProjectRow[];
}

function presentPhase({ phase, calendar, today }: RoundRow, say: Wording) {
  const text = say.t(`phases.${phase}`);
  if (phase !== 'voting') return { text };
  const lastDay = lastDayBefore(calendar.votingUntil);
  return { text, until: say.date(lastDay), left: say.daysLeft(lastDay, today) };
}

function presentFigures(round: RoundRow, projects: readonly ProjectRow[], say: Wording) {
  const money = round.pots.reduce((sum, pot) => sum + pot.amountTiyn, 0n);
  return [
    { label: say.t('projects.money'), value: say.moneyShort(money), exact: say.money(money) },
    { label: say.t('projects.count'), value: say.number(projects.length) },
  ];
}

function presentFilters({ id, pots, today }: RoundRow, query: ProjectsQuery, say: Wording) {
  const all = { value: '', text: say.t('projects.filters.all') };
  return {
    action: `/rounds/${id}/projects`,
    query,
    categories: [
      all,
      ...categoriesOn(today).map((value) => ({ value, text: say.t(`categories.${value}`) })),
    ],
    pots:
      pots.length > 1
        ? [
            all,
            ...pots.map(({ territory, name }) => ({
              value: territory,
              text: say.official(name).text,
            })),
          ]
        : [],
    orders: PROJECT_SEQUENCES.map((value) => ({ value, text: say.t(`projects.orders.${value}`) })),
  };
}

function presentChosen({ id, pots }: RoundRow, query: ProjectsQuery, say: Wording) {
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

/** How the sequence came about; whoever writes the same number sees the same sequence. */
function presentSequence({ id }: RoundRow, query: ProjectsQuery, say: Wording) {
  if (query.order !== 'random' || query.seed === null) return undefined;
  const text = say.t('projects.random', { seed: String(query.seed) });
  return { text, shuffle: projectsPath(id, query, { seed: drawSeed() }) };
}

function presentEmpty(
  { id, phase }: RoundRow,
  query: ProjectsQuery,
  projects: readonly ProjectRow[],
  say: Wording,
) {
  if (projects.length > 0) return undefined;
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

function presentCard(row: ProjectRow, say: Wording) {
  const title = titleOf(row, say);
  return {
    number: row.ballotNumber,
    title: title.text,
    lang: title.lang,
    path: `/projects/${row.number}`,
    category: say.t(`categories.${row.category}`),
    cost: say.moneyShort(row.costTiyn),
    costExact: say.money(row.costTiyn),
    facts: [row.address],
    tag:
      row.state === 'admitted'
        ? undefined
        : { text: say.t(`states.${row.state}`), colour: row.state === 'winner' ? 'green' : 'grey' },
    photo: row.photo && {
      src: filePath(smallNameOf(row.photo.storedName)),
      alt: row.photo.alternativeText,
    },
  };
}

function presentTable(projects: readonly ProjectRow[], say: Wording) {
  const columns = ['number', 'project', 'category', 'territory', 'address', 'cost'];
  return {
    caption: say.t('projects.title'),
    columns: columns.map((name) => ({
      text: say.t(`projects.columns.${name}`),
      numeric: name === 'cost',
    })),
    rows: projects.map((row) => ({
      cells: [
        { text: String(row.ballotNumber) },
        { text: titleOf(row, say).text, path: `/projects/${row.number}` },
        { text: say.t(`categories.${row.category}`) },
        { text: say.official(row.territoryName).text },
        { text: row.address },
        { text: say.money(row.costTiyn) },
      ],
    })),
  };
}
