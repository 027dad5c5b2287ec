import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  discrepancyRuleOf,
  isDiscrepancyKind,
} from '#rules/implementation/discrepancy-kind.js';
import type { DiscrepancyRow } from '#features/budget/trail/discrepancy.reader.js';
import type { Wording } from '#platform/views/wording.js';

/** The list's address, read. */
export interface DiscrepanciesQuery {
  readonly kind?: DiscrepancyKind | undefined;
  readonly territory?: string | undefined;
}

/** What is not understood is left out. */
export function readDiscrepanciesQuery(
  sent: Readonly<Record<string, unknown>>,
): DiscrepanciesQuery {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const [kind, place] = [text('kind'), text('place')];
  return {
    kind: isDiscrepancyKind(kind) ? kind : undefined,
    territory: /^\d{9}$/.test(place) ? place : undefined,
  };
}

/** J05: what does not follow from what it should; found when somebody looks. */
export function presentDiscrepancies(
  query: DiscrepanciesQuery,
  rows: readonly DiscrepancyRow[],
  say: Wording,
) {
  return {
    title: say.t('discrepancies.title'),
    tabs: [undefined, ...DISCREPANCY_KINDS].map((kind) => ({
      text: say.t(kind === undefined ? 'discrepancies.all' : `discrepancies.kinds.${kind}`),
      path: kind === undefined ? '/discrepancies' : `/discrepancies?kind=${kind}`,
      current: kind === query.kind,
    })),
    table: rows.length > 0 ? tableOf(rows, say) : undefined,
    feed: `/${say.lang}/discrepancies/feed.atom`,
    json: '/api/v1/discrepancies',
  };
}

function tableOf(rows: readonly DiscrepancyRow[], say: Wording) {
  return {
    caption: say.t('discrepancies.caption'),
    columns: ['what', 'object', 'place', 'since'].map((name) => ({
      text: say.t(`discrepancies.columns.${name}`),
    })),
    rows: rows.map((row) => ({ cells: cellsOf(row, say) })),
  };
}

function cellsOf(row: DiscrepancyRow, say: Wording) {
  const { act, point } = discrepancyRuleOf(row.kind);
  const sum = row.amountTiyn === null ? {} : { detail: say.money(BigInt(row.amountTiyn)) };
  return [
    {
      text: say.t(`discrepancies.kinds.${row.kind}`),
      detail: say.t(`obligations.acts.${act}`, { point }),
    },
    {
      text: say.official(row.title).text || say.t(`discrepancies.objects.${row.objectKind}`),
      path: discrepancyPath(row),
      ...sum,
    },
    { text: say.official(row.territoryName).text },
    { text: say.date(row.since) },
  ];
}

/** The page, without the language, on which it can be seen. */
export function discrepancyPath({ objectKind, objectId, number }: DiscrepancyRow): string {
  if (objectKind === 'project') return `/projects/${number}/trail`;
  if (objectKind === 'round') return `/rounds/${objectId}`;
  return objectKind === 'budget' ? `/budgets/${objectId}` : `/meetings/${objectId}`;
}
