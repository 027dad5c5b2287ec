import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import { type RoundCalendar, type RoundPhase, phaseAt } from '#rules/participation/round-phase.js';
import type { SecrecyMode } from '#rules/participation/secrecy-mode.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';
import { civilDateOf } from '#platform/clock/clock.js';
import { ballotOfColumns, type BallotColumns } from './ballot-columns.js';
import type { LegalBasis } from './legal-basis.js';

export type CalendarField = keyof RoundCalendar;

export interface PotRow {
  readonly territory: string;
  readonly name: OfficialText;
  readonly amountTiyn: bigint;
}

/** A round with its pots and its phase at `now` of the database clock. */
export interface RoundRow {
  readonly id: string;
  readonly territory: string;
  /** KATO codes from the top down to the round's territory, itself last. */
  readonly territoryPath: readonly string[];
  readonly territoryName: OfficialText;
  readonly year: number;
  readonly title: OfficialText;
  readonly nationalScope: boolean;
  readonly ballot: BallotRule;
  readonly rule: RuleSpec;
  readonly minimumVotes: number;
  readonly minimumAge: number;
  readonly costCapTiyn: bigint | null;
  readonly replacingAllowed: boolean;
  readonly secrecy: SecrecyMode;
  readonly calendar: Readonly<Record<CalendarField, Date>>;
  readonly pots: readonly PotRow[];
  readonly ownCalendarAct: string | null;
  readonly group07SpendingTiyn: bigint | null;
  readonly legalBasis: LegalBasis;
  readonly copiedFrom: string | null;
  readonly paperVersion: number;
  readonly frozenAt: Date | null;
  readonly closedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
  readonly phase: RoundPhase;
  readonly now: Date;
  readonly today: CivilDate;
}

/** What {@link ROUND_SELECT} gives. */
export interface StoredRound extends BallotColumns {
  readonly id: string;
  readonly territory: string;
  readonly territoryPath: string[];
  readonly territoryName: OfficialText;
  readonly year: number;
  readonly title: OfficialText;
  readonly nationalScope: boolean;
  readonly rule: RuleSpec;
  readonly minimumVotes: number;
  readonly minimumAge: number;
  readonly costCapTiyn: string | null;
  readonly replacingAllowed: boolean;
  readonly secrecy: SecrecyMode;
  readonly intakeFrom: Date;
  readonly intakeUntil: Date;
  readonly reviewUntil: Date;
  readonly votingFrom: Date;
  readonly votingUntil: Date;
  readonly decisionBy: Date;
  readonly pots: { territory: string; name: OfficialText; amountTiyn: string }[];
  readonly ownCalendarAct: string | null;
  readonly group07SpendingTiyn: string | null;
  readonly legalBasis: LegalBasis;
  readonly copiedFrom: string | null;
  readonly paperVersion: number;
  readonly frozenAt: Date | null;
  readonly closedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
  readonly now: Date;
}

const TEXT = (table: string, column: string): string =>
  `jsonb_strip_nulls(jsonb_build_object('kk', ${table}.${column}_kk, 'ru', ${table}.${column}_ru, 'en', ${table}.${column}_en))`;

/** Selects rounds as {@link StoredRound}; add `where r.…`. */
export const ROUND_SELECT = `
  select r.id, r.territory_kato as territory, t.path as "territoryPath",
         ${TEXT('t', 'name')} as "territoryName", r.year, ${TEXT('r', 'title')} as title,
         r.national_scope as "nationalScope", r.ballot_kind as "ballotKind",
         r.ballot_min as "ballotMin", r.ballot_max as "ballotMax", r.ballot_points as "ballotPoints",
         r.ballot_points_per_project as "ballotPointsPerProject", r.rule,
         r.minimum_votes as "minimumVotes", r.minimum_age as "minimumAge",
         r.cost_cap_tiyn as "costCapTiyn", r.replacing_allowed as "replacingAllowed", r.secrecy,
         r.intake_from as "intakeFrom", r.intake_until as "intakeUntil",
         r.review_until as "reviewUntil", r.voting_from as "votingFrom",
         r.voting_until as "votingUntil", r.decision_by as "decisionBy",
         r.own_calendar_act as "ownCalendarAct", r.group_07_spending_tiyn as "group07SpendingTiyn",
         r.legal_basis as "legalBasis", r.copied_from as "copiedFrom",
         r.paper_version as "paperVersion", r.frozen_at as "frozenAt", r.closed_at as "closedAt",
         r.published_at as "publishedAt", r.created_at as "createdAt", r.version,
         clock_timestamp() as now,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'territory', p.territory_kato, 'name', ${TEXT('u', 'name')},
                   'amountTiyn', p.amount_tiyn::text)
                 order by cardinality(u.path), p.territory_kato), '[]'::jsonb)
          from round_pots p join territories u on u.kato = p.territory_kato
          where p.round_id = r.id) as pots
  from rounds r join territories t on t.kato = r.territory_kato`;

/** The row that readers and repositories give, with the phase by the database's `now`. */
export function toRoundRow(stored: StoredRound): RoundRow {
  const { ballotKind, ballotMin, ballotMax, ballotPoints, ballotPointsPerProject, ...rest } =
    stored;
  const { intakeFrom, intakeUntil, reviewUntil, votingFrom, votingUntil, decisionBy, ...row } =
    rest;
  const calendar = { intakeFrom, intakeUntil, reviewUntil, votingFrom, votingUntil, decisionBy };
  return {
    ...row,
    calendar,
    ballot: ballotOfColumns({
      ballotKind,
      ballotMin,
      ballotMax,
      ballotPoints,
      ballotPointsPerProject,
    }),
    costCapTiyn: tiynOf(row.costCapTiyn),
    group07SpendingTiyn: tiynOf(row.group07SpendingTiyn),
    pots: row.pots.map((pot) => ({ ...pot, amountTiyn: BigInt(pot.amountTiyn) })),
    phase: phaseOf(stored),
    today: civilDateOf(row.now),
  };
}

/** Instants of a calendar as the rules take them. */
export function momentsOf(calendar: Readonly<Record<CalendarField, Date>>): RoundCalendar {
  const entries = Object.entries(calendar).map(([field, at]) => [field, at.getTime()]);
  return Object.fromEntries(entries) as unknown as RoundCalendar;
}

function phaseOf(stored: StoredRound): RoundPhase {
  const { intakeFrom, intakeUntil, reviewUntil, votingFrom, votingUntil, decisionBy } = stored;
  const calendar = { intakeFrom, intakeUntil, reviewUntil, votingFrom, votingUntil, decisionBy };
  return phaseAt(stored.now.getTime(), momentsOf(calendar), {
    announcedAt: stored.createdAt.getTime(),
    closedAt: stored.closedAt?.getTime() ?? null,
    publishedAt: stored.publishedAt?.getTime() ?? null,
  });
}

function tiynOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
