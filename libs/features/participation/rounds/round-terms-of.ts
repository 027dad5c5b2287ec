import { addMonths } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import { CALENDAR_FIELDS, daysOf, type BallotRequest, type RoundRequest } from './round-request.js';
import type { RoundRow } from './round-row.js';
import type { NewRoundRequest } from './set-up-round.js';

const MONTHS = 12;

/** The terms of an existing round, as if an officer had just said all of them. */
export function termsOf(round: RoundRow): RoundRequest {
  return {
    title: round.title,
    pots: round.pots.map(({ territory, amountTiyn }) => ({ territory, amountTiyn })),
    ballot: ballotRequestOf(round.ballot),
    rule: round.rule,
    minimumVotes: round.minimumVotes,
    costCapTiyn: round.costCapTiyn,
    replacingAllowed: round.replacingAllowed,
    secrecy: round.secrecy,
    calendar: instantsOf(round),
    ownCalendarAct: round.ownCalendarAct,
    group07SpendingTiyn: round.group07SpendingTiyn,
  };
}

/**
 * The same round for another year: under the national rule its dates, minimum of votes and cap come
 * from the rulebook anew, elsewhere its own dates move by whole years.
 */
export function copyForYear(round: RoundRow, year: number): NewRoundRequest {
  const { title, pots, ballot, rule, replacingAllowed, secrecy, ...own } = termsOf(round);
  const kept = {
    title: retitled(title, round.year, year),
    pots,
    ballot,
    rule,
    replacingAllowed,
    secrecy,
  };
  const place = { territory: round.territory, year, copiedFrom: round.id };
  if (round.nationalScope && own.ownCalendarAct === null) return { ...kept, ...place };
  return { ...kept, ...own, ...place, calendar: movedByYears(round, year - round.year) };
}

function ballotRequestOf(ballot: BallotRule): BallotRequest {
  return ballot.kind === 'scoring' ? { ...ballot, max: ballot.maxPoints } : withoutNull(ballot);
}

function withoutNull(ballot: Exclude<BallotRule, { kind: 'scoring' }>): BallotRequest {
  if (ballot.kind !== 'cumulative') return ballot;
  return { ...ballot, maxPerProject: ballot.maxPerProject ?? undefined };
}

function instantsOf({ calendar }: RoundRow): NonNullable<RoundRequest['calendar']> {
  const entries = CALENDAR_FIELDS.map((field) => [field, calendar[field].toISOString()]);
  return Object.fromEntries(entries) as NonNullable<RoundRequest['calendar']>;
}

function movedByYears(round: RoundRow, years: number): NonNullable<RoundRequest['calendar']> {
  const days = daysOf(round.calendar);
  const entries = CALENDAR_FIELDS.map((field) => [field, addMonths(days[field], years * MONTHS)]);
  return Object.fromEntries(entries) as NonNullable<RoundRequest['calendar']>;
}

function retitled(title: OfficialText, from: number, to: number): OfficialText {
  const entries = Object.entries(title).map(([lang, text]: [string, string]) => [
    lang,
    text.replaceAll(String(from), String(to)),
  ]);
  return Object.fromEntries(entries) as unknown as OfficialText;
}
