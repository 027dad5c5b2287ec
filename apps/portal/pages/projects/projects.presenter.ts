import type { ProjectRow } from '#features/participation/proposals/project.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { lastDayBefore } from '../propose/start.presenter.js';
import { presentCard, presentTable } from './cards.presenter.js';
import {
  presentChosen,
  presentEmpty,
  presentFilters,
  presentSequence,
} from './filters.presenter.js';
import { presentMap } from './map.presenter.js';
import { projectsApiPath, projectsPath, type ProjectsQuery, VIEWS } from './projects-query.js';

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
    empty: projects.length > 0 ? undefined : presentEmpty(round, query, say),
    cards: query.view === 'table' ? [] : projects.map((row) => presentCard(row, say)),
    table: query.view === 'table' ? presentTable(projects, say) : undefined,
    map: query.view === 'map' ? presentMap(projects, say) : undefined,
    noPlaces: query.view === 'map' && projects.length > 0,
    json: projectsApiPath(round.id, query),
    csv: projectsApiPath(round.id, query, '.csv'),
    geojson: projectsApiPath(round.id, query, '.geojson'),
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
