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
import { discrepancyPath, sentenceOf } from '../../api/discrepancies/discrepancy.presenter.js';

export const ON_A_PAGE = 30;

type Query = Omit<DiscrepanciesQuestion, 'limit'>;

/** @param rows one more than shown where there is a next part */
export function presentDiscrepancies(query: Query, rows: readonly DiscrepancyRow[], say: Wording) {
  const shown = rows.slice(0, ON_A_PAGE);
  const more = rows.length > ON_A_PAGE ? keyOf(shown.at(-1)!) : undefined;
  return {
    title: say.t('discrepancies.title'),
    filters: [undefined, ...DISCREPANCY_KINDS].map((kind) => ({
      text: kind === undefined ? say.t('discrepancies.all') : kindText(kind, say),
      path: pathOf({ ...query, kind, after: undefined }),
      current: kind === query.kind,
    })),
    table: shown.length > 0 ? tableOf(shown, say) : undefined,
    more: more && pathOf({ ...query, after: more }),
    feed: `/${say.lang}/discrepancies/feed.atom`,
    json: '/api/v1/discrepancies',
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
        { text: say.date(row.since) },
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
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ kind, place: territory, after }))
    if (value !== undefined) search.set(name, value);
  return search.size > 0 ? `/discrepancies?${search}` : '/discrepancies';
}
