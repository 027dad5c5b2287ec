import type { ConstituencyPart } from '#features/registry/deputies/open-convocation.js';
import type { ConstituencyTerritoryRow } from '#features/registry/deputies/deputy-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { foldText } from '#rules/kernel/fold-text.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { Wording } from '#platform/views/wording.js';

const KATO = /^\d{9}$/;

/** What a line names: a unit, or why it names none. */
export type ReadUnit =
  ConstituencyPart | { readonly fault: Pick<Fault, 'code'>; readonly unit: string };

/**
 * Two languages on one line.
 *
 * @example pairIn('Абай көшесі | улица Абая') // → { kk: 'Абай көшесі', ru: 'улица Абая' }
 */
export function pairIn(line: string): OfficialText {
  const [kk = '', ru = ''] = line.split('|').map((part) => part.trim());
  return { kk, ru };
}

/**
 * A line of a constituency: a unit by its name or KATO code, after a colon its streets.
 *
 * @param units among which names are looked for
 */
export function readUnit(line: string, units: readonly TerritoryRow[]): ReadUnit {
  const colon = line.indexOf(':');
  const named = (colon < 0 ? line : line.slice(0, colon)).trim();
  const part = colon < 0 ? null : pairIn(line.slice(colon + 1));
  if (KATO.test(named)) return { territory: named, part };
  const [found, another] = units.filter(({ nameKk, nameRu }) =>
    [nameKk, nameRu].some((name) => foldText(name) === foldText(named)),
  );
  if (!found) return { fault: { code: 'convocation.unit_unknown' }, unit: named };
  if (another) return { fault: { code: 'convocation.unit_ambiguous' }, unit: named };
  return { territory: found.kato, part };
}

/** The line that names a unit of a running convocation; by its code where names repeat. */
export function unitLine(
  { kato, name, part }: ConstituencyTerritoryRow,
  units: readonly TerritoryRow[],
  say: Wording,
): string {
  const { text } = say.official(name);
  const named = 'fault' in readUnit(text, units) ? kato : text;
  return part ? `${named}: ${part.kk} | ${part.ru}` : named;
}
