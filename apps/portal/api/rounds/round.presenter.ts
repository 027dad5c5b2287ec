import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { presentInstant } from '../instant.js';
import { presentMoney } from '../money.js';

/** A round as programs see it. */
export function presentRound(round: RoundRow) {
  return {
    id: round.id,
    territory: round.territory,
    territoryName: round.territoryName,
    year: round.year,
    title: round.title,
    phase: round.phase,
    now: presentInstant(round.now),
    pots: round.pots.map((pot) => ({
      territory: pot.territory,
      name: pot.name,
      amount: presentMoney(pot.amountTiyn),
    })),
    ballot: round.ballot,
    rule: round.rule,
    minimumVotes: round.minimumVotes,
    minimumAge: round.minimumAge,
    costCap: round.costCapTiyn === null ? null : presentMoney(round.costCapTiyn),
    replacingAllowed: round.replacingAllowed,
    secrecy: round.secrecy,
    calendar: calendarOf(round),
    ownCalendarAct: round.ownCalendarAct,
    nationalScope: round.nationalScope,
    legalBasis: round.legalBasis,
    copiedFrom: round.copiedFrom,
    ...actsOf(round),
    version: round.version,
  };
}

export type RoundView = ReturnType<typeof presentRound>;

function actsOf({ frozenAt, closedAt, publishedAt }: RoundRow) {
  return {
    frozenAt: frozenAt && presentInstant(frozenAt),
    closedAt: closedAt && presentInstant(closedAt),
    publishedAt: publishedAt && presentInstant(publishedAt),
  };
}

function calendarOf({ calendar }: RoundRow): Record<keyof RoundRow['calendar'], string> {
  const entries = Object.entries(calendar).map(([field, at]) => [field, presentInstant(at)]);
  return Object.fromEntries(entries) as Record<keyof RoundRow['calendar'], string>;
}
