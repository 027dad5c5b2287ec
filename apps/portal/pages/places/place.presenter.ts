import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { OfficeHolderRow } from '#features/registry/officers/office-holder.reader.js';
import type { OfficeRow, TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { presentRoundLine } from '../rounds/round-line.presenter.js';
import { placeName } from './place-name.js';

interface PlaceModel {
  readonly place: TerritoryRow;
  readonly path: readonly TerritoryRow[];
  readonly below: readonly TerritoryRow[];
  readonly office: OfficeRow | null;
  readonly akims: readonly OfficeHolderRow[];
  readonly rounds: readonly RoundRow[];
  /** The unit that was merged into this one or renamed, where the reader came by its old code. */
  readonly former: TerritoryRow | null;
}

/** A settlement: its rounds, people and desk. */
export function presentPlace(model: PlaceModel, say: Wording) {
  const { place, path, below, office, rounds } = model;
  return {
    title: placeName(place, say),
    level: say.t(`levels.${place.level}`),
    kato: place.kato,
    crumbs: crumbsOf(path, say),
    former: formerOf(model, say),
    rows: rowsOf(model, say),
    rounds: rounds.map((round) => presentRoundLine(round, say)),
    below: below.map((unit) => ({ name: placeName(unit, say), path: `/places/${unit.kato}` })),
    office: office && officeRows(office, say),
  };
}

function crumbsOf(path: readonly TerritoryRow[], say: Wording) {
  const above = path
    .slice(0, -1)
    .map((unit) => ({ text: placeName(unit, say), path: `/places/${unit.kato}` }));
  return [
    { text: say.t('places.choose'), path: '/places' },
    ...above,
    { text: path.length > 0 ? placeName(path.at(-1)!, say) : '' },
  ];
}

function formerOf({ former, place }: PlaceModel, say: Wording): string | undefined {
  if (former?.succeededBy !== place.kato || former.validUntil === null) return undefined;
  return say.t('places.formerNote', {
    name: placeName(former, say),
    until: say.date(former.validUntil),
  });
}

function rowsOf({ place, akims }: PlaceModel, say: Wording) {
  const population =
    place.population !== null && place.populationOn !== null
      ? say.t('places.populationOn', {
          people: say.number(place.population),
          on: say.date(place.populationOn),
        })
      : undefined;
  const [akim] = akims;
  return [
    { key: say.t('places.level'), value: say.t(`levels.${place.level}`) },
    { key: say.t('places.population'), value: population },
    {
      key: say.t('places.akim'),
      value:
        akim && say.t('places.holder', { name: akim.name, post: say.official(akim.post).text }),
    },
    { key: say.t('places.kato'), value: place.kato },
  ];
}

export function officeRows(office: OfficeRow, say: Wording) {
  return [
    { key: say.t('places.office'), value: say.official(office.office).text },
    { key: say.t('places.address'), value: say.official(office.address).text },
    { key: say.t('places.phone'), value: office.phone },
    { key: say.t('places.email'), value: office.email },
    { key: say.t('places.hours'), value: office.hours },
  ];
}
