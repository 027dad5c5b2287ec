import type { DiscrepancyRow } from '#features/budget/discrepancies/discrepancy-row.js';
import { svg } from '#platform/views/svg.js';
import type { Wording } from '#platform/views/wording.js';
import {
  discrepancyAddress,
  discrepancyPath,
  sentenceOf,
} from '../../api/discrepancies/discrepancy.presenter.js';

/** The newest discrepancies as an Atom feed (RFC 4287). */
export function discrepanciesFeed(
  rows: readonly DiscrepancyRow[],
  say: Wording,
  origin: string,
): string {
  const home = `${origin}/${say.lang}/discrepancies`;
  const updated = instantOf(rows[0]?.since ?? '1970-01-01');
  // The writer of drawings escapes what is put in, which is all that XML needs.
  const feed = svg`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say.lang}"><title>${say.t('discrepancies.title')}</title><id>${home}</id><link rel="self" href="${home}/feed.atom"/><link href="${home}"/><updated>${updated}</updated>${rows.map((row) => entryOf(row, say, origin))}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString()}\n`;
}

function entryOf(row: DiscrepancyRow, say: Wording, origin: string) {
  const at = instantOf(row.since);
  const place = say.official(row.territoryName).text;
  const kind = say.t(`discrepancies.kinds.${row.kind}`);
  return svg`<entry><id>${origin}/discrepancies/${row.id}</id><title>${kind}: ${say.official(row.title).text}</title><link href="${origin}/${say.lang}${discrepancyAddress(row)}"/><link rel="related" href="${origin}/${say.lang}${discrepancyPath(row)}"/><author><name>${place}</name></author><published>${at}</published><updated>${at}</updated><summary>${sentenceOf(row, say)}</summary></entry>`;
}

function instantOf(day: string): string {
  return `${day}T00:00:00+05:00`;
}
