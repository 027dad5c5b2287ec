import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  discrepancyRuleOf,
} from '#rules/implementation/discrepancy-kind.js';
import {
  type DiscrepanciesQuestion,
  keyOf,
} from '#features/budget/discrepancies/discrepancy.reader.js';
import type { DiscrepancyRow } from '#features/budget/discrepancies/discrepancy-row.js';
import type { Wording } from '#platform/views/wording.js';
import {
  discrepancyAddress,
  discrepancyPath,
  sentenceOf,
} from '../../api/discrepancies/discrepancy.presenter.js';

export const ON_A_PAGE = 30;

type Query = Omit<DiscrepanciesQuestion, 'limit'>;

/** @param rows one more than shown where there is a next part */
export function presentDiscrepancies(query: Query, rows: readonly DiscrepancyRow[], say: Wording) {
  const { kind, territory } = query;
  const shown = rows.slice(0, ON_A_PAGE);
  const more = rows.length > ON_A_PAGE ? keyOf(shown.at(-1)!) : undefined;
  return {
    title: say.t('discrepancies.title'),
    filters: [undefined, ...DISCREPANCY_KINDS].map((one) => ({
      text: one === undefined ? say.t('discrepancies.all') : kindText(one, say),
      path: pathOf({ territory, kind: one }),
      current: one === kind,
    })),
    table: shown.length > 0 ? tableOf(shown, say) : undefined,
    more: more && pathOf({ ...query, after: more }),
    feed: withSearch(`/${say.lang}/discrepancies/feed.atom`, { kind, place: territory }),
    json: withSearch('/api/v1/discrepancies', { kind, territory }),
  };
}

/** J05: one of them at its own address, while it stands. */
export function presentDiscrepancyPage(row: DiscrepancyRow, say: Wording) {
  const column = (name: string, value: string) => ({
    key: say.t(`discrepancies.columns.${name}`),
    value,
  });
  return {
    title: kindText(row.kind, say),
    crumbs: [
      { text: say.t('discrepancies.title'), path: '/discrepancies' },
      { text: kindText(row.kind, say) },
    ],
    sentence: sentenceOf(row, say),
    rows: [
      column('where', say.official(row.territoryName).text),
      column('since', say.date(row.since)),
      column('law', lawOf(row.kind, say)),
    ],
    records: discrepancyPath(row),
    json: `/api/v1${discrepancyAddress(row)}`,
  };
}

function tableOf(rows: readonly DiscrepancyRow[], say: Wording) {
  return {
    caption: say.t('discrepancies.caption'),
    columns: ['what', 'where', 'since'].map((name) => ({
      text: say.t(`discrepancies.columns.${name}`),
    })),
    rows: rows.map((row) => ({
      cells: [
        { text: kindText(row.kind, say), path: discrepancyPath(row), detail: sentenceOf(row, say) },
        { text: say.official(row.territoryName).text, detail: lawOf(row.kind, say) },
        { text: say.date(row.since), path: discrepancyAddress(row) },
      ],
    })),
  };
}

function kindText(kind: DiscrepancyKind, say: Wording): string {
  return say.t(`discrepancies.kinds.${kind}`);
}

function lawOf(kind: DiscrepancyKind, say: Wording): string {
  const { act, point } = discrepancyRuleOf(kind);
  return say.t(`obligations.acts.${act}`, { point });
}

function pathOf({ kind, territory, after }: Query): string {
  return withSearch('/discrepancies', { kind, place: territory, after });
}

function withSearch(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}
