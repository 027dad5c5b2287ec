import type { ListedPetitionRow, PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';
import { clockBadge } from '../review/review-clock.js';
import { nextStepText, thresholdText } from './petition-words.js';
import { addresseeOf } from '../petitions/addressee-words.js';
import { petitionTag } from '../petitions/petition-tag.js';

interface QueueModel {
  readonly toCheck: readonly ListedPetitionRow[];
  readonly waiting: readonly ListedPetitionRow[];
  readonly today: CivilDate;
}

/** What is to be checked, and what waits for an answer; the most urgent first. */
export function presentQueue({ toCheck, waiting, today }: QueueModel, say: Wording) {
  const table = (name: 'toCheck' | 'waiting', rows: readonly ListedPetitionRow[]) => ({
    caption: say.t(`petitionDesk.queue.${name}`),
    columns: ['petition', 'deputy', 'due'].map((column) => ({
      text: say.t(`petitionDesk.columns.${column}`),
    })),
    rows: rows.map((row) => ({ cells: cellsOf(row, today, say) })),
  });
  return {
    title: say.t('petitionDesk.queue.title'),
    toCheck: toCheck.length > 0 ? table('toCheck', toCheck) : null,
    waiting: waiting.length > 0 ? table('waiting', waiting) : null,
  };
}

function cellsOf(row: ListedPetitionRow, today: CivilDate, say: Wording) {
  const due = row.state === 'under-check' ? row.checkBy : row.answerBy;
  return [
    {
      text: say.official(row.title).text,
      path: `/petition-desk/${row.id}`,
      detail: addresseeOf(row, say),
    },
    { text: row.deputy?.name ?? say.t('petitionDesk.fromPortal') },
    due === null ? { text: '–' } : { badge: clockBadge(due, today, say), detail: say.day(due) },
  ];
}

/** What the person at the desk may do with the petition. */
export interface DeskRights {
  readonly check: boolean;
  readonly answer: boolean;
  readonly prepare: boolean;
}

interface DeskModel {
  readonly petition: PetitionRow;
  readonly others: readonly ListedPetitionRow[];
  readonly may: DeskRights;
  readonly today: CivilDate;
}

/** One petition on the desk: its texts, what is alike, what can be done with it. */
export function presentPetitionDesk(model: DeskModel, say: Wording) {
  const { petition, others } = model;
  return {
    title: say.official(petition.title).text,
    crumbs: [
      { text: say.t('petitionDesk.queue.title'), path: '/petition-desk' },
      { text: say.t('common.number', { number: petition.number ?? '' }) },
    ],
    ...standingOf(model, say),
    rows: [
      { key: say.t('petitionDesk.columns.deputy'), value: petition.deputy?.name },
      {
        key: say.t('petitionDesk.threshold.title'),
        value: petition.threshold && thresholdText(petition.threshold, say),
      },
    ],
    texts: (['text', 'arguments', 'proposals'] as const).map((field) => ({
      heading: say.t(`petitionDesk.tasks.${field}`),
      ...petition.texts[field],
    })),
    others: others.map((other) => ({
      text: say.official(other.title).text,
      path: `/petitions/${other.number ?? other.id}`,
      tag: petitionTag(other.state, say),
    })),
    ...checkDoors(model),
    ...answerDoors(model),
  };
}

function standingOf({ petition, today }: DeskModel, say: Wording) {
  const { state, kind, checkBy, answerBy, version, portalUrl } = petition;
  const due = state === 'under-check' ? checkBy : state === 'awaiting-answer' ? answerBy : null;
  return {
    addressee: addresseeOf(petition, say),
    tag: petitionTag(petition.state, say),
    badge: due && clockBadge(due, today, say),
    next: nextStepText(petition, say),
    kind: say.t(`petitions.kinds.${kind}`),
    portal: portalUrl,
    version,
  };
}

function checkDoors({ petition: { id, state, kind }, may }: DeskModel) {
  const path = `/petition-desk/${id}`;
  if (!may.check) return {};
  if (state === 'under-check')
    return { openAction: `${path}/opening`, refusePath: `${path}/refuse` };
  return kind === 'statutory' && state === 'open' ? { countAction: `${path}/count` } : {};
}

function answerDoors({ petition: { id, state }, may }: DeskModel) {
  const path = `/petition-desk/${id}`;
  if (state !== 'awaiting-answer') return {};
  return {
    answerPath: may.answer ? `${path}/answer` : undefined,
    discussionPath: may.prepare ? `${path}/discussion` : undefined,
  };
}
