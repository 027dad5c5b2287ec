import type { InquiryRow } from '#features/petitions/inquiries/inquiry-row.js';
import {
  INQUIRY_FILTERS,
  type InquiryFilter,
} from '#features/petitions/inquiries/inquiry.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { clockBadge } from '../review/review-clock.js';

interface InquiriesModel {
  readonly rows: readonly InquiryRow[];
  readonly state: InquiryFilter | undefined;
  readonly territory: string | undefined;
}

/** The list; what has waited longest for an answer stands first. */
export function presentInquiries({ rows, state, territory }: InquiriesModel, say: Wording) {
  return {
    title: say.t('inquiries.title'),
    crumbs: [{ text: say.t('inquiries.title') }],
    filters: [undefined, ...INQUIRY_FILTERS].map((each) => ({
      text: say.t(`inquiries.filters.${each ?? 'all'}`),
      path: addressOf(each, territory),
      current: each === state,
    })),
    isEmpty: rows.length === 0,
    table: inquiryTable(rows, say),
    feed: `/${say.lang}/inquiries/feed.atom`,
    json: '/api/v1/inquiries',
  };
}

/** Inquiries as a table, for the public list and for the desks. */
export function inquiryTable(rows: readonly InquiryRow[], say: Wording) {
  const columns = ['inquiry', 'deputy', 'addressee', 'state'];
  return {
    caption: say.t('inquiries.caption'),
    columns: columns.map((column) => ({ text: say.t(`inquiries.columns.${column}`) })),
    rows: rows.map((row) => ({
      cells: [
        {
          text: row.title,
          path: `/inquiries/${row.number}`,
          detail: say.t('common.number', { number: row.number }),
        },
        { text: row.deputyName, path: `/deputies/${row.deputy}` },
        {
          text: say.official(row.addressee).text,
          detail: say.official(row.addresseeTerritoryName).text,
        },
        stateCell(row, say),
      ],
    })),
  };
}

function stateCell(row: InquiryRow, say: Wording) {
  const due = say.t('inquiries.dueOn', { day: say.date(row.dueOn) });
  if (row.answer === null) return { badge: clockBadge(row.dueOn, row.today, say), detail: due };
  const day = say.t('inquiries.answeredOn', { day: say.date(row.answer.answeredOn) });
  return { tag: inquiryTag(row, say), detail: day };
}

const COLOURS = {
  open: 'blue',
  overdue: 'red',
  answered: 'green',
  'answered-late': 'orange',
} as const;

export function inquiryTag({ state }: Pick<InquiryRow, 'state'>, say: Wording) {
  return { text: say.t(`inquiries.states.${state}`), colour: COLOURS[state] };
}

function addressOf(state: InquiryFilter | undefined, territory: string | undefined): string {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (territory) query.set('territory', territory);
  return query.size === 0 ? '/inquiries' : `/inquiries?${query}`;
}
