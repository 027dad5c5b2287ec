import type { RoundPhase } from '#rules/participation/round-phase.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { Wording } from '#platform/views/wording.js';
import { placeName } from '../places/place-name.js';
import { presentRoundLine } from '../rounds/round-line.presenter.js';

const OPEN: readonly RoundPhase[] = ['intake', 'voting'];

interface HomeModel {
  readonly place: TerritoryRow | null;
  readonly rounds: readonly RoundRow[];
}

/** What is open now, what is under way, what was decided last: never a blank page between rounds. */
export function presentHome({ place, rounds }: HomeModel, say: Wording) {
  const lines = (chosen: readonly RoundRow[]) =>
    chosen.map((round) => presentRoundLine(round, say));
  const open = rounds.filter((round) => OPEN.includes(round.phase));
  return {
    title: say.t('home.title'),
    place: place && { name: placeName(place, say), path: `/places/${place.kato}` },
    doors: doorsOf(open, say),
    open: lines(open),
    ahead: lines(rounds.filter((round) => !OPEN.includes(round.phase) && isGoing(round))),
    decided: lines(rounds.filter((round) => !isGoing(round))),
  };
}

function isGoing({ phase }: RoundRow): boolean {
  return phase !== 'published';
}

/** The doors; one round in the right phase and the door leads straight into it. */
function doorsOf(open: readonly RoundRow[], say: Wording) {
  const voting = open.filter((round) => round.phase === 'voting');
  const intake = open.filter((round) => round.phase === 'intake');
  return [
    {
      text: say.t('home.doors.vote'),
      lead: say.t('home.doors.voteLead'),
      path: voting.length === 1 ? `/rounds/${voting[0]!.id}/vote` : '/rounds',
    },
    {
      text: say.t('home.doors.propose'),
      lead: say.t('home.doors.proposeLead'),
      path: intake.length === 1 ? `/propose?round=${intake[0]!.id}` : '/propose',
    },
    { text: say.t('home.doors.look'), lead: say.t('home.doors.lookLead'), path: '/rounds' },
    {
      text: say.t('home.doors.petitions'),
      lead: say.t('home.doors.petitionsLead'),
      path: '/petitions',
    },
  ];
}
