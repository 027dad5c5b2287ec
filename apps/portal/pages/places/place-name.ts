import type { OfficialText } from '#rules/kernel/official-text.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { Wording } from '#platform/views/wording.js';

/** The name of a unit in the reader's language. */
export function placeName(
  { nameKk, nameRu, nameEn }: Pick<TerritoryRow, 'nameKk' | 'nameRu' | 'nameEn'>,
  say: Wording,
): string {
  const name: OfficialText = { kk: nameKk, ru: nameRu, ...(nameEn === null ? {} : { en: nameEn }) };
  return say.official(name).text;
}
