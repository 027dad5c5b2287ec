import {
  QUEUES,
  type InboxRow,
  type Queue,
} from '#features/participation/expert-review/review-inbox.reader.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';
import { stateTag } from './evaluation.presenter.js';
import { clockBadge } from './review-clock.js';

/** What a person asked the inbox for. */
export interface InboxChoice {
  readonly state: Queue | null;
  readonly mine: boolean;
  readonly page: number;
}

export interface InboxContent {
  readonly rows: readonly InboxRow[];
  readonly hasMore: boolean;
  readonly counts: Partial<Record<Queue, number>>;
  readonly today: CivilDate;
}

export function presentInbox(choice: InboxChoice, content: InboxContent, say: Wording) {
  return {
    title: say.t('review.inbox.title'),
    filters: filtersOf(choice, content, say),
    table: tableOf(content, say),
    isEmpty: content.rows.length === 0,
    pagination: paginationOf(choice, content.hasMore),
    mineLink: {
      text: say.t(choice.mine ? 'review.inbox.everybodys' : 'review.inbox.mine'),
      path: addressOf({ ...choice, mine: !choice.mine, page: 1 }),
    },
  };
}

function filtersOf(choice: InboxChoice, { counts }: InboxContent, say: Wording) {
  const all = QUEUES.reduce((sum, queue) => sum + (counts[queue] ?? 0), 0);
  const whole = {
    text: say.t('review.inbox.all', { count: all }),
    path: addressOf({ ...choice, state: null, page: 1 }),
    current: choice.state === null,
  };
  return [
    whole,
    ...QUEUES.map((queue) => ({
      text: `${say.t(`states.${queue}`)}: ${say.number(counts[queue] ?? 0)}`,
      path: addressOf({ ...choice, state: queue, page: 1 }),
      current: choice.state === queue,
    })),
  ];
}

function tableOf({ rows, today }: InboxContent, say: Wording) {
  const columns = ['proposal', 'state', 'place', 'due'].map((name) => ({
    text: say.t(`review.inbox.columns.${name}`),
  }));
  return {
    caption: say.t('review.inbox.caption'),
    columns,
    rows: rows.map((row) => ({
      cells: [
        {
          text: row.title,
          path: doorOf(row),
          detail: say.t('common.number', { number: row.number }),
        },
        { tag: stateTag(row.state, say) },
        { text: say.official(row.territoryName).text, detail: say.official(row.roundTitle).text },
        { badge: clockBadge(row.dueOn, today, say), detail: say.day(row.dueOn) },
      ],
    })),
  };
}

/** An appeal opens on its decision, everything else on the desk. */
function doorOf({ id, appealId }: InboxRow): string {
  return appealId === null ? `/review/${id}` : `/appeals/${appealId}`;
}

function paginationOf(choice: InboxChoice, hasMore: boolean) {
  const { page } = choice;
  if (page === 1 && !hasMore) return null;
  return {
    pages: [{ number: page, path: addressOf(choice), current: true }],
    ...(page > 1 ? { previous: addressOf({ ...choice, page: page - 1 }) } : {}),
    ...(hasMore ? { next: addressOf({ ...choice, page: page + 1 }) } : {}),
  };
}

function addressOf({ state, mine, page }: InboxChoice): string {
  const query = new URLSearchParams();
  if (state !== null) query.set('state', state);
  if (mine) query.set('mine', '1');
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/review' : `/review?${query}`;
}
