import type { Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';

/** What a deputy tells those who have signed. */
export interface WrittenNews {
  readonly title: OfficialText;
  readonly body: OfficialText;
}

/** Longest texts, in characters. */
export const NEWS_LENGTHS = { title: 200, body: 4_000 } as const;

/**
 * All faults of news about a petition: title and text in both languages, none of them too long.
 *
 * @example assessNews({ title, body: { kk: '…', ru: '' } }) // → [{ code: 'news.body_missing', field: 'body' }]
 */
export function assessNews(news: WrittenNews): readonly Fault[] {
  return (['title', 'body'] as const).flatMap((field): Fault[] => {
    const text = news[field];
    if (missingLanguages(text).length > 0) return [{ code: `news.${field}_missing`, field }];
    const isLong = Math.max(text.kk.length, text.ru.length) > NEWS_LENGTHS[field];
    return isLong ? [{ code: 'form.too_long', field }] : [];
  });
}
