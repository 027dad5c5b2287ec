import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import type { Wording } from '#platform/views/wording.js';
import { placeName } from '../places/place-name.js';
import { presentRoundLine } from '../rounds/round-line.presenter.js';

/** An officer's rounds and the beginning of a new one. */
export function presentSetupStart(
  {
    units,
    rounds,
    year,
  }: { units: readonly TerritoryRow[]; rounds: readonly RoundRow[]; year: number },
  say: Wording,
) {
  return {
    title: say.t('rounds.setup.title'),
    rounds: rounds.map((round) => ({
      ...presentRoundLine(round, say),
      path: `/round-setup/${round.id}`,
      door: undefined,
    })),
    territories: units.map((unit) => ({ value: unit.kato, text: placeName(unit, say) })),
    year,
  };
}

/** Units in which a person acts as an officer. */
export function unitsOf(person: SignedIn, all: readonly TerritoryRow[]): readonly TerritoryRow[] {
  const held = person.roles.filter(({ role }) => role === 'officer').map((role) => role.territory);
  return all.filter((unit) => unit.path.some((kato) => held.includes(kato)));
}
