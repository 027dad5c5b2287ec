import type { ReviewCard } from '#features/participation/expert-review/review-card.js';
import { areFilesPublic } from '#features/participation/proposals/proposal.policy.js';
import type { ProposalRow } from '#features/participation/proposals/proposal-row.js';
import type { Wording } from '#platform/views/wording.js';
import { paragraphs } from '../propose/check.presenter.js';
import { presentEvaluation, stateTag } from '../review/evaluation.presenter.js';
import { presentDocument, presentPhoto } from './files.presenter.js';
import { langOf, titleOf } from './title.js';
import { personName } from '../_frame/person-name.js';

/** What is read for a project's page. */
export interface ProjectRead {
  readonly project: ProposalRow;
  readonly card: ReviewCard;
}

/** A project's page, the same for everybody. */
export function presentProject({ project, card }: ProjectRead, say: Wording) {
  const title = titleOf(project, say);
  const roundTitle = say.official(project.roundTitle).text;
  return {
    heading: title.text,
    titleLang: title.lang,
    crumbs: [
      { text: roundTitle, path: `/rounds/${project.roundId}` },
      { text: say.t('projects.title'), path: `/rounds/${project.roundId}/projects` },
      { text: title.text },
    ],
    number: project.number,
    ballotNumber: project.ballotNumber,
    state: stateTag(project.state, say),
    meaning: say.t(`projects.meanings.${project.state}`),
    withdrawn: project.withdrawnAt && say.date(project.withdrawnAt),
    costs: presentCosts(project, card, say),
    place: presentPlace(project, say),
    ...presentTexts(project, say),
    ...presentFiles(project, say),
    evaluation: presentEvaluation(card, say),
    author: personName(project.authorName, say),
    coauthors: project.coauthors.length,
    submitted: project.submittedAt && say.date(project.submittedAt),
    versions: project.versions > 1 ? project.versions : undefined,
    worksPath: project.state === 'winner' ? `/projects/${project.number}/works` : undefined,
    versionsPath: `/projects/${project.number}/versions`,
    trailPath: `/projects/${project.number}/trail`,
    json: `/api/v1/projects/${project.id}`,
  };
}

/** The author's words, with their language. */
function presentTexts(project: ProposalRow, say: Wording) {
  const lang = langOf(project.language);
  return {
    category: project.category && say.t(`categories.${project.category}`),
    lang,
    isForeign: lang !== say.lang,
    language: say.t(`proposals.languages.${lang}`),
    problem: paragraphs(project.problem),
    idea: paragraphs(project.idea),
    beneficiaries: paragraphs(project.beneficiaries),
  };
}

function presentFiles(project: ProposalRow, say: Wording) {
  const files = areFilesPublic(project) ? project.files : [];
  const documents = files.filter(({ kind }) => kind === 'document');
  return {
    photos: files.filter(({ kind }) => kind === 'photo').map(presentPhoto),
    documents: documents.map((file) => presentDocument(file, say)),
  };
}

/** What the author thought, and what the estimate came to. */
function presentCosts(
  { costTiyn, checkedCostTiyn }: ProposalRow,
  { estimate }: ReviewCard,
  say: Wording,
) {
  const checked = checkedCostTiyn ?? estimate?.costTiyn ?? null;
  const sums = { author: costTiyn, expert: checked };
  return Object.entries(sums).flatMap(([who, sum]) =>
    sum === null ? [] : [presentCost(say.t(`projects.costs.${who}`), sum, say)],
  );
}

function presentCost(label: string, sum: bigint, say: Wording) {
  return { label, value: say.moneyShort(sum), exact: say.money(sum) };
}

function presentPlace({ address, territoryName, coordinates }: ProposalRow, say: Wording) {
  return {
    address,
    territory: territoryName && say.official(territoryName).text,
    geo: coordinates && `geo:${coordinates.latitude},${coordinates.longitude}`,
    coordinates: coordinates && `${coordinates.latitude}, ${coordinates.longitude}`,
  };
}
