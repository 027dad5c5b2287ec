import type { ConstituencyRow, MaslikhatRow } from '#features/registry/deputies/deputy-row.js';
import type { ComingConvocation } from '#features/registry/deputies/maslikhat.reader.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { isMandateHeldOn } from '#rules/registry/mandate.js';
import type { Wording } from '#platform/views/wording.js';
import { constituencyName } from '../deputies/maslikhat.presenter.js';
import { placeName } from '../places/place-name.js';

/** A maslikhat that the secretary keeps: in office, or nothing yet, and what is to come. */
export interface KeptMaslikhat {
  readonly unit: TerritoryRow;
  readonly maslikhat: MaslikhatRow | null;
  readonly coming: readonly ComingConvocation[];
}

/** Every seat of the secretary's maslikhats; a vacant one leads to the form that fills it. */
export function presentRegister(kept: readonly KeptMaslikhat[], say: Wording) {
  return {
    title: say.t('deputyRegister.title'),
    maslikhats: kept.map(({ unit, maslikhat, coming }) => ({
      name: placeName(unit, say),
      seats: maslikhat?.constituencies.flatMap((each) => seatsOf(each, maslikhat, say)),
      coming: coming.map(({ number, from, until }) =>
        say.t('deputyRegister.convocation.coming', {
          number,
          from: say.date(from),
          until: say.date(until),
        }),
      ),
      newConvocation: `/deputy-register/${unit.kato}/convocation`,
    })),
  };
}

function seatsOf(constituency: ConstituencyRow, maslikhat: MaslikhatRow, say: Wording) {
  return Array.from({ length: constituency.seats }, (_, place) => {
    const seat = place + 1;
    const deputy = maslikhat.deputies.find(
      (each) =>
        each.constituencyId === constituency.id &&
        each.seat === seat &&
        isMandateHeldOn(each, maslikhat.today),
    );
    const where = say.t('deputyRegister.seat', { name: constituencyName(constituency, say), seat });
    const query = new URLSearchParams({ constituency: constituency.id, seat: String(seat) });
    return deputy
      ? { where, name: deputy.name, path: `/deputies/${deputy.id}`, acts: actsOn(deputy.id, say) }
      : { where, fill: `/deputy-register/${maslikhat.territory}/mandate?${query}` };
  });
}

function actsOn(id: string, say: Wording) {
  return (['report', 'recall', 'end'] as const).map((act) => ({
    text: say.t(`deputyRegister.acts.${act}`),
    path: `/deputy-register/deputies/${id}/${act}`,
  }));
}
