import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { placeName } from './place-name.js';

interface Choice {
  readonly sought: string;
  /** Null where nothing was sought. */
  readonly found: readonly TerritoryRow[] | null;
  readonly all: readonly TerritoryRow[];
}

interface Branch {
  readonly name: string;
  readonly level: string;
  readonly path: string;
  readonly below: readonly Branch[];
}

/** The tree of places, or what was found. */
export function presentPlaces({ sought, found, all }: Choice, say: Wording) {
  return {
    title: say.t('places.choose'),
    crumbs: [{ text: say.t('places.home'), path: '/' }, { text: say.t('places.choose') }],
    sought,
    found: found?.map((row) => foundLine(row, all, say)),
    heading: found && say.t('places.found', { count: found.length }),
    tree: found === null ? branchesBelow(null, all, say) : undefined,
  };
}

function foundLine(row: TerritoryRow, all: readonly TerritoryRow[], say: Wording) {
  const above = row.path.slice(0, -1).map((kato) => all.find((unit) => unit.kato === kato));
  const names = above.flatMap((unit) => (unit ? [placeName(unit, say)] : []));
  return {
    name: placeName(row, say),
    path: `/places/${row.kato}`,
    where: names.join(', '),
    isFormer: row.validUntil !== null,
  };
}

function branchesBelow(
  parent: string | null,
  all: readonly TerritoryRow[],
  say: Wording,
): readonly Branch[] {
  return all
    .filter((row) => row.parentKato === parent)
    .map((row) => ({
      name: placeName(row, say),
      level: say.t(`levels.${row.level}`),
      path: `/places/${row.kato}`,
      below: branchesBelow(row.kato, all, say),
    }));
}
