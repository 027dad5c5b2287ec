import { addDays, type CivilDate, isCivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { BallotKind, BallotRule } from '#rules/participation/ballot-rule.js';
import type { RoundDays } from '#rules/participation/round-draft.js';
import type { SecrecyMode } from '#rules/participation/secrecy-mode.js';
import { type RuleSpec, ruleSpec } from '#rules/tally/rule-spec.js';
import { civilDateOf, startOfDay } from '#platform/clock/clock.js';
import type { CalendarField } from './round-row.js';

/** What may be said of a ballot; the rest is completed. */
export interface BallotRequest {
  readonly kind: BallotKind;
  readonly min?: number | undefined;
  /** Most projects (approval, ordinal) or the highest grade (scoring). */
  readonly max?: number | undefined;
  readonly points?: number | undefined;
  readonly maxPerProject?: number | undefined;
}

/** Instants of a round. */
export type RoundInstants = Readonly<Record<CalendarField, Date>>;

/** What an officer says of a round; the rest comes from the rulebook of the day. */
export interface RoundRequest {
  readonly title: OfficialText;
  readonly pots: readonly { readonly territory: string; readonly amountTiyn: bigint }[];
  readonly ballot?: BallotRequest | undefined;
  readonly rule?: (Pick<RuleSpec, 'name'> & Partial<RuleSpec>) | undefined;
  readonly minimumVotes?: number | undefined;
  readonly costCapTiyn?: bigint | null | undefined;
  readonly replacingAllowed?: boolean | undefined;
  readonly secrecy?: SecrecyMode | undefined;
  /** Days, or instants with offset. */
  readonly calendar?: Readonly<Partial<Record<CalendarField, string | undefined>>> | undefined;
  readonly ownCalendarAct?: string | null | undefined;
  readonly group07SpendingTiyn?: bigint | null | undefined;
}

export const CALENDAR_FIELDS = [
  'intakeFrom',
  'intakeUntil',
  'reviewUntil',
  'votingFrom',
  'votingUntil',
  'decisionBy',
] as const satisfies readonly CalendarField[];

/**
 * The instants of a calendar: a day means its beginning for a `…From` and its end for the others;
 * an instant is taken as it is.
 *
 * @param lawful days that stand in for what was left out
 */
export function instantsOf(
  said: RoundRequest['calendar'],
  lawful: Readonly<Record<CalendarField, { readonly day: CivilDate }>>,
): RoundInstants {
  const entries = CALENDAR_FIELDS.map((field) => [
    field,
    instantOf(said?.[field] ?? lawful[field].day, field),
  ]);
  return Object.fromEntries(entries) as RoundInstants;
}

/** `instantOf('2027-04-24', 'votingUntil')` is 25 April 2027, 00:00 in Kazakhstan. */
export function instantOf(text: string, field: CalendarField): Date {
  if (!isCivilDate(text)) return new Date(text);
  return startOfDay(isBeginning(field) ? text : addDays(text, 1));
}

/** First and last days of the windows; an instant within a day belongs to that day. */
export function daysOf(instants: RoundInstants): RoundDays {
  const entries = CALENDAR_FIELDS.map((field) => [field, dayOf(instants[field], field)]);
  return Object.fromEntries(entries) as RoundDays;
}

function dayOf(instant: Date, field: CalendarField): CivilDate {
  return civilDateOf(isBeginning(field) ? instant : new Date(instant.getTime() - 1));
}

function isBeginning(field: CalendarField): boolean {
  return field === 'intakeFrom' || field === 'votingFrom';
}

/**
 * The ballot with what was left out filled in.
 *
 * @param projectsPerBallot from the rulebook (`participation.projects-per-ballot`)
 */
export function completeBallot(
  request: BallotRequest | undefined,
  projectsPerBallot: number,
): BallotRule {
  const { kind, min = 1, max, points, maxPerProject = null } = request ?? { kind: 'approval' };
  switch (kind) {
    case 'knapsack':
      return { kind, min };
    case 'cumulative':
      return { kind, min, points: points ?? 0, maxPerProject };
    case 'scoring':
      return { kind, min, maxPoints: max ?? 0 };
    default:
      return { kind, min, max: max ?? projectsPerBallot };
  }
}

export function completeRule(request: RoundRequest['rule']): RuleSpec {
  const { name = 'greedy', ...said } = request ?? {};
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return ruleSpec({ name, ...Object.fromEntries(given) });
}

/** A round whose voting is over before it is announced would never be voted on. */
export function pastFaults({ votingUntil }: RoundInstants, now: Date): readonly Fault[] {
  return votingUntil > now ? [] : [{ code: 'round.voting_over_already', field: 'votingUntil' }];
}
