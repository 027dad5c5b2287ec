import type { DiscrepancyRow } from '#features/budget/trail/discrepancy.reader.js';
import { svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';
import { discrepancyPath } from './discrepancies.presenter.js';

const MOST = 50;

/** The newest discrepancies as an Atom feed (RFC 4287). @param rows the oldest first */
export function discrepanciesFeed(
  rows: readonly DiscrepancyRow[],
  say: Wording,
  origin: string,
): string {
  const home = `${origin}/${say.lang}/discrepancies`;
  const newest = rows.toReversed().slice(0, MOST);
  const updated = instantOf(newest[0]?.since ?? '1970-01-01');
  // The writer of drawings escapes what is put in, which is all that XML needs.
  const feed = svg`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say.lang}"><title>${say.t('discrepancies.title')}</title><id>${home}</id><link rel="self" href="${home}/feed.atom"/><link href="${home}"/><updated>${updated}</updated>${newest.map((row) => entryOf(row, say, home))}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString()}\n`;
}

function entryOf(row: DiscrepancyRow, say: Wording, home: string) {
  const { kind, objectKind, objectId, number, territoryName, since, amountTiyn } = row;
  const at = instantOf(since);
  const what = say.t(`discrepancies.kinds.${kind}`);
  const title = say.official(row.title).text || say.t(`discrepancies.objects.${objectKind}`);
  const place = say.official(territoryName).text;
  const address = home.replace(/\/discrepancies$/, discrepancyPath(row));
  const sum = amountTiyn === null ? '' : ` · ${say.money(BigInt(amountTiyn))}`;
  return svg`<entry><id>${home}#${[kind, objectId, number].join('.')}</id><title>${what}: ${title}</title><link href="${address}"/><author><name>${place}</name></author><published>${at}</published><updated>${at}</updated><summary>${title} · ${place} · ${say.date(since)}${sum}</summary></entry>`;
}

function instantOf(day: string): string {
  return `${day}T00:00:00+05:00`;
}
