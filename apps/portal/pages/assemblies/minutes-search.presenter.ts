import type { ListedMinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import type { Wording } from '#platform/views/wording.js';
import { type AssembliesQuery, queryText } from './assemblies-query.js';
import { kindChoices } from './assemblies.presenter.js';
import { meetingName } from './meeting-line.presenter.js';

export interface FoundMinutes {
  readonly query: AssembliesQuery;
  /** One more than shown where there is a next part. */
  readonly rows: readonly ListedMinutesRow[];
  readonly limit: number;
}

/** Published minutes by place, body and words. */
export function presentMinutesSearch({ query, rows, limit }: FoundMinutes, say: Wording) {
  const shown = rows.slice(0, limit);
  return {
    title: say.t('assemblies.search.title'),
    crumbs: [
      { text: say.t('assemblies.list.title'), path: '/assemblies' },
      { text: say.t('assemblies.search.title') },
    ],
    query,
    kinds: kindChoices(say),
    lines: shown.map((row) => ({
      title: `${say.t('assemblies.paper.title', { number: row.number })}, ${say.date(row.heldOn)}`,
      path: `/minutes/${row.id}`,
      body: meetingName(row, say),
      titles: row.titles.map((title) => say.official(title).text),
    })),
    more: rows.length > limit ? `/minutes${queryText(query, shown.at(-1)!.id)}` : undefined,
  };
}
