import { discrepancyRuleOf } from '#rules/implementation/discrepancy-kind.js';
import type { DiscrepancyRow } from '#features/budget/discrepancies/discrepancy-row.js';
import { LANGS } from '#platform/views/lang.js';
import type { Views } from '#platform/views/views.js';
import type { Wording } from '#platform/views/wording.js';

/** A discrepancy for programs, with a plain sentence in every language. */
export function presentDiscrepancy(row: DiscrepancyRow, views: Views) {
  const { id, kind, territory, territoryName, objectKind, objectId, title, since } = row;
  return {
    id,
    kind,
    source: discrepancyRuleOf(kind),
    territory: { kato: territory, name: territoryName },
    object: { kind: objectKind, id: objectId, title },
    address: discrepancyAddress(row),
    path: discrepancyPath(row),
    since,
    sentence: Object.fromEntries(LANGS.map((lang) => [lang, sentenceOf(row, views.wording(lang))])),
  };
}

export type DiscrepancyView = ReturnType<typeof presentDiscrepancy>;

/** Its own page, without the language. */
export function discrepancyAddress({ id }: DiscrepancyRow): string {
  return `/discrepancies/${id}`;
}

/** The page, without the language, on which it can be seen. */
export function discrepancyPath({ objectKind, objectId }: DiscrepancyRow): string {
  switch (objectKind) {
    case 'project':
      return `/projects/${objectId}/trail`;
    case 'round':
      return `/rounds/${objectId}/reports`;
    case 'meeting':
      return `/meetings/${objectId}`;
    case 'budget':
      return `/budgets/${objectId}`;
  }
}

/** What is wrong, in one sentence. */
export function sentenceOf({ kind, facts, title, today }: DiscrepancyRow, say: Wording): string {
  const spoken = say.spoken({ ...facts, today });
  const { variant } = facts;
  const key = variant === undefined ? kind : `${kind}-${variant}`;
  const named = { ...spoken, title: say.official(title).text };
  return say.t(`discrepancies.sentences.${key}`, named);
}
