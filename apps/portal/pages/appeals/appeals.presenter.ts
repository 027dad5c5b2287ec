import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { InboxRow } from '#features/participation/expert-review/review-inbox.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { clockBadge } from '../review/review-clock.js';

export interface AppealsContent {
  readonly rows: readonly InboxRow[];
  readonly personId: string;
  readonly today: CivilDate;
}

/** The queue; what the person has refused leads to the desk only, for another one decides there. */
export function presentAppeals(content: AppealsContent, say: Wording) {
  const columns = ['proposal', 'place', 'due', 'who'];
  return {
    title: say.t('review.appeals.title'),
    crumbs: [
      { text: say.t('review.inbox.title'), path: '/review' },
      { text: say.t('review.appeals.title') },
    ],
    isEmpty: content.rows.length === 0,
    table: {
      caption: say.t('review.appeals.caption'),
      columns: columns.map((name) => ({ text: say.t(`review.appeals.columns.${name}`) })),
      rows: content.rows.map((row) => ({ cells: cellsOf(row, content, say) })),
    },
  };
}

function cellsOf(row: InboxRow, { personId, today }: AppealsContent, say: Wording) {
  const isOwn = row.refusedBy === personId;
  return [
    {
      text: row.title,
      path: isOwn ? `/review/${row.id}` : `/appeals/${row.appealId}`,
      detail: say.t('common.number', { number: row.number }),
    },
    { text: say.official(row.territoryName).text },
    { badge: clockBadge(row.dueOn, today, say), detail: say.day(row.dueOn) },
    { text: say.t(isOwn ? 'review.appeals.another' : 'review.appeals.you') },
  ];
}
