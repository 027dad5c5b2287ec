import type { SessionRequestRow } from '#features/petitions/collections/collection.reader.js';
import type {
  ConstituencyRow,
  DeputyLine,
  MaslikhatRow,
} from '#features/registry/deputies/deputy-row.js';
import type { MaslikhatLine } from '#features/registry/deputies/maslikhat.reader.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { isMandateHeldOn } from '#rules/registry/mandate.js';
import type { Wording } from '#platform/views/wording.js';
import { drawSeats } from './seats-drawing.js';

interface DeputiesModel {
  readonly lines: readonly MaslikhatLine[];
  readonly shown: MaslikhatRow | null;
  readonly brought: readonly SessionRequestRow[];
}

/** A seat today: somebody's, or vacant since the day after the last one left. */
interface SeatToday {
  readonly constituency: ConstituencyRow;
  readonly seat: number;
  readonly deputy: DeputyLine | undefined;
  readonly vacantSince: string | null;
}

/** One maslikhat, and the way to the others. */
export function presentDeputies({ lines, shown, brought }: DeputiesModel, say: Wording) {
  const name = shown && say.official(shown.territoryName).text;
  return {
    title: name ? say.t('deputies.titleOf', { name }) : say.t('deputies.title'),
    crumbs: name ? [{ text: say.t('deputies.title'), path: '/deputies' }, { text: name }] : [],
    maslikhat: shown && presentMaslikhat(shown, say),
    brought: brought.map((request) => presentBrought(request, say)),
    others: lines
      .filter(({ territory }) => territory !== shown?.territory)
      .map((line) => ({
        text: say.official(line.territoryName).text,
        path: `/deputies?maslikhat=${line.territory}`,
        detail: say.t('deputies.seatsHeld', { held: line.held, seats: line.seats }),
      })),
  };
}

/** A petition on its way to the session; the agenda of sessions will take it from here. */
function presentBrought({ petition, deputy, proposal, at }: SessionRequestRow, say: Wording) {
  return {
    text: say.official(petition.title).text,
    path: `/petitions/${petition.number}`,
    detail: `${deputy.name}, ${say.date(at)}`,
    proposal: say.official(proposal).text,
  };
}

function presentMaslikhat(maslikhat: MaslikhatRow, say: Wording) {
  const seats = seatsOf(maslikhat);
  const held = seats.filter(({ deputy }) => deputy !== undefined).length;
  const words = {
    held: say.t('deputies.seatsHeld', { held, seats: seats.length }),
    term: say.t('deputies.term', {
      number: maslikhat.number,
      from: say.date(maslikhat.from),
      until: say.date(maslikhat.until),
    }),
  };
  return {
    ...words,
    drawing: drawSeats(
      seats.map(({ deputy }) => deputy !== undefined),
      words.held,
    ),
    table: {
      caption: say.t('deputies.seats'),
      columns: ['constituency', 'deputy', 'party'].map((column) => ({
        text: say.t(`deputies.columns.${column}`),
      })),
      rows: seats.map((seat) => ({ cells: cellsOf(seat, say) })),
    },
    commissions: maslikhat.commissions.map((commission) => ({
      name: say.official(commission.name).text,
      members: membersOf(maslikhat, commission, say),
    })),
  };
}

function seatsOf({ constituencies, deputies, today }: MaslikhatRow): SeatToday[] {
  return constituencies.flatMap((constituency) =>
    Array.from({ length: constituency.seats }, (_, place) => {
      const seat = place + 1;
      const here = deputies.filter(
        (each) => each.constituencyId === constituency.id && each.seat === seat,
      );
      const past = here.findLast(({ until }) => until < today);
      return {
        constituency,
        seat,
        deputy: here.find((each) => isMandateHeldOn(each, today)),
        vacantSince: past ? addDays(past.until, 1) : null,
      };
    }),
  );
}

function cellsOf({ constituency, deputy, vacantSince }: SeatToday, say: Wording) {
  const units = constituency.territories.map(({ name, part }) => say.official(part ?? name).text);
  const where = {
    text: constituencyName(constituency, say),
    detail: say.list(units),
  };
  if (!deputy) {
    const since = vacantSince && say.t('deputies.vacantSince', { day: say.date(vacantSince) });
    const vacant = { tag: { text: say.t('deputies.vacant'), colour: 'yellow' }, detail: since };
    return [where, vacant, { text: '–' }];
  }
  return [
    where,
    { text: deputy.name, path: `/deputies/${deputy.id}` },
    { text: partyName(deputy, say) },
  ];
}

/** «№ 4 округ, Бұлақ» */
export function constituencyName({ number, kind, name }: ConstituencyRow, say: Wording): string {
  if (kind === 'party-list') return say.official(name).text;
  return say.t('deputies.constituency', { number, name: say.official(name).text });
}

export function partyName({ party }: Pick<DeputyLine, 'party'>, say: Wording): string {
  return party ? say.official(party).text : say.t('deputies.noParty');
}

function membersOf(
  { deputies, today }: MaslikhatRow,
  { members, chair }: MaslikhatRow['commissions'][number],
  say: Wording,
) {
  const held = deputies.filter((each) => isMandateHeldOn(each, today));
  return members.flatMap((id) => {
    const deputy = held.find((each) => each.id === id);
    if (!deputy) return [];
    const role = id === chair ? say.t('deputies.chair') : undefined;
    return [{ text: deputy.name, path: `/deputies/${id}`, role }];
  });
}
