import { type CivilDate, daysBetween } from '#rules/kernel/civil-date.js';
import { PETITION_BODIES } from '#rules/petitions/addressee.js';
import type { ListedPetitionRow } from '#features/petitions/petitions/petition-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';
import { addresseeOf } from './addressee-words.js';
import { petitionTag } from './petition-tag.js';
import {
  PETITION_TABS,
  petitionsPath,
  type PetitionsQuery,
  questionOf,
} from './petitions-query.js';

export interface ListedPetitions {
  readonly query: PetitionsQuery;
  /** One more than shown where there is a next part. */
  readonly rows: readonly ListedPetitionRow[];
  readonly today: CivilDate;
}

/** The list: open, waiting longest for an answer, answered, refused with their grounds. */
export function presentPetitions({ query, rows, today }: ListedPetitions, say: Wording) {
  const { limit } = questionOf(query);
  const shown = rows.slice(0, limit);
  const isWaiting = query.tab === 'waiting';
  return {
    title: say.t('petitions.title'),
    tabs: PETITION_TABS.map((tab) => ({
      text: say.t(`petitions.tabs.${tab}`),
      path: petitionsPath({ ...query, tab, after: undefined }),
      current: tab === query.tab,
    })),
    query,
    isNarrowed: Boolean(query.territory ?? query.body ?? query.q),
    bodies: bodyChoices(say),
    lines: isWaiting ? [] : shown.map((row) => presentPetitionLine(row, today, say)),
    table: isWaiting && shown.length > 0 ? waitingTable(shown, today, say) : undefined,
    isEmpty: shown.length === 0,
    more: rows.length > limit ? petitionsPath({ ...query, after: shown.at(-1)!.id }) : undefined,
    feed: `/${say.lang}/petitions/feed.atom`,
    json: '/api/v1/petitions',
  };
}

/** A petition in a list, for other pages too. */
export function presentPetitionLine(row: ListedPetitionRow, today: CivilDate, say: Wording) {
  return {
    title: say.official(row.title).text,
    path: `/petitions/${row.number ?? row.id}`,
    tag: petitionTag(row.state, say),
    addressee: addresseeOf(row, say),
    deputy: row.deputy && say.t('petitions.list.deputy', { name: row.deputy.name }),
    kind: row.kind === 'statutory' ? say.t('petitions.kinds.statutory') : undefined,
    count: row.required === null ? undefined : countOf(row, row.required, say),
    percent: row.required === null ? undefined : percentOf(row.count, row.required),
    next: nextOf(row, today, say),
  };
}

function countOf({ count }: ListedPetitionRow, required: number, say: Wording): string {
  return say.t('petitions.list.count', { count, required });
}

function percentOf(count: number, required: number): number {
  return Math.min(100, Math.floor((count * 100) / required));
}

function nextOf(row: ListedPetitionRow, today: CivilDate, say: Wording): string | undefined {
  if (row.state === 'open' && row.lastDay) return dueLine('until', row.lastDay, { today, say });
  if (row.state === 'awaiting-answer' && row.answerBy)
    return dueLine('answerBy', row.answerBy, { today, say });
  if (row.decision) return say.t(`petitions.decisions.${row.decision}`);
  if (!row.refusedFor) return undefined;
  const { ground, subject } = row.refusedFor;
  const group = subject === null ? [] : [say.t(`excludedSubjects.${subject}`)];
  return [say.t(`petitions.grounds.${ground}`), ...group].join(': ');
}

function dueLine(
  key: 'until' | 'answerBy',
  day: CivilDate,
  { today, say }: { readonly today: CivilDate; readonly say: Wording },
): string {
  const values = { day: say.date(day), left: say.daysLeft(day, today) };
  return say.t(`petitions.list.${key}`, values);
}

function waitingTable(rows: readonly ListedPetitionRow[], today: CivilDate, say: Wording) {
  return {
    caption: say.t('petitions.waiting.caption'),
    columns: ['petition', 'body', 'since', 'due'].map((name) => ({
      text: say.t(`petitions.waiting.${name}`),
    })),
    rows: rows.map((row) => ({ cells: waitingCells(row, today, say) })),
  };
}

function waitingCells(row: ListedPetitionRow, today: CivilDate, say: Wording) {
  const since = civilDateOf(row.reachedAt!);
  const days = say.t('petitions.waiting.days', { count: daysBetween(since, today) });
  const due = row.answerBy!;
  return [
    { text: say.official(row.title).text, path: `/petitions/${row.number}` },
    { text: addresseeOf(row, say) },
    { text: say.date(since), detail: days },
    {
      badge: {
        state: today > due ? 'overdue' : 'green',
        text: `${say.date(due)} · ${say.daysLeft(due, today)}`,
      },
    },
  ];
}

function bodyChoices(say: Wording) {
  return [
    { value: '', text: say.t('petitions.list.anyBody') },
    ...PETITION_BODIES.map((body) => ({ value: body, text: say.t(`petitions.bodies.${body}`) })),
  ];
}
