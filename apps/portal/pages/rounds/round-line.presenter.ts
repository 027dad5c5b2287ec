import type { RoundPhase } from '#rules/participation/round-phase.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';
import { nextStepOf } from './round-clock.js';

const COLOURS: Readonly<Record<RoundPhase, string>> = {
  preparing: 'grey',
  announced: 'grey',
  intake: 'blue',
  review: 'yellow',
  listed: 'yellow',
  voting: 'green',
  counting: 'purple',
  deciding: 'purple',
  published: 'teal',
};

/** A round in a list: what it is, where it stands, what comes next. */
export function presentRoundLine(round: RoundRow, say: Wording) {
  const sum = sumOf(round);
  return {
    title: say.official(round.title).text,
    place: say.official(round.territoryName).text,
    path: `/rounds/${round.id}`,
    tag: phaseTag(round.phase, say),
    money: say.moneyShort(sum),
    moneyExact: say.money(sum),
    next: nextOf(round, say),
    door: doorOf(round, say),
  };
}

export type RoundLine = ReturnType<typeof presentRoundLine>;

export function phaseTag(phase: RoundPhase, say: Wording) {
  return { text: say.t(`phases.${phase}`), colour: COLOURS[phase] };
}

export function sumOf({ pots }: RoundRow): bigint {
  return pots.reduce((sum, pot) => sum + pot.amountTiyn, 0n);
}

/** «Дауыс беру аяқталады: 24 сәуір — 5 күн қалды» */
export function nextOf(round: RoundRow, say: Wording): string | undefined {
  const next = nextStepOf(round);
  if (next === null) return undefined;
  return say.t('rounds.nextLine', {
    what: say.t(`rounds.next.${next.field}`),
    day: say.day(next.day),
    left: say.daysLeft(next.day, round.today),
  });
}

/** The one thing that a visitor can do in this phase. */
export function doorOf({ id, phase }: RoundRow, say: Wording) {
  switch (phase) {
    case 'intake':
      return { text: say.t('rounds.doors.propose'), path: `/propose?round=${id}` };
    case 'voting':
      return { text: say.t('rounds.doors.vote'), path: `/rounds/${id}/vote` };
    case 'deciding':
    case 'published':
      return { text: say.t('rounds.doors.results'), path: `/rounds/${id}/results` };
    case 'review':
    case 'listed':
      return { text: say.t('rounds.doors.projects'), path: `/rounds/${id}/projects` };
    default:
      return undefined;
  }
}
