import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { digestOfToken, newSessionToken } from '#platform/identity/session-token.js';
import { aMandate } from './mandate.js';
import { publishName, putOnTheRoll } from './roll.js';

/** An invented rural okrug, outside the national rule. */
export const OKRUG = '974000000';
/** Its two villages; a round of two pots has one for each beside the okrug's. */
export const VILLAGES = ['974000100', '974000200'] as const;

export interface CountedRoundWish {
  /** PostgreSQL interval from now: `-1 second`, `+2 seconds`. */
  readonly votingUntil?: string;
  readonly budgetTenge?: number;
  readonly minimumVotes?: number;
  readonly ties?: string;
  readonly rule?: string;
  readonly completion?: string;
  readonly kind?: 'approval' | 'cumulative' | 'ordinal';
  readonly projects: readonly CountedProjectWish[];
  /** Tenge for each village, in rounds of more than one pot. */
  readonly villages?: readonly number[];
}

export interface CountedProjectWish {
  readonly costTenge: number;
  readonly state?: 'admitted' | 'withdrawn';
  readonly group?: string;
  readonly title?: string;
  /** Place of the village in {@link VILLAGES} whose pot pays; absent: the okrug's. */
  readonly village?: number;
}

export interface CountedRound {
  readonly id: string;
  /** Proposal ids; the ballot number is the place plus one. */
  readonly proposals: readonly string[];
}

export interface TestPerson {
  readonly id: string;
  readonly cookie: string;
}

export async function aCountedTown(dataSource: DataSource): Promise<void> {
  const units: [string, string | null, string[], string, string, string][] = [
    [OKRUG, null, [OKRUG], 'rural-okrug', 'Қарасу ауылдық округі', 'Карасуский сельский округ'],
    [VILLAGES[0], OKRUG, [OKRUG, VILLAGES[0]], 'village', 'Қарасу ауылы', 'село Карасу'],
    [VILLAGES[1], OKRUG, [OKRUG, VILLAGES[1]], 'village', 'Теректі ауылы', 'село Теректы'],
  ];
  for (const unit of units) {
    await dataSource.query(
      `insert into territories (kato, parent_kato, path, level, name_kk, name_ru, valid_from)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      unit,
    );
  }
}

/** A person with a living session, in an office of the okrug where a role is given. */
export async function aPerson(dataSource: DataSource, role?: string): Promise<TestPerson> {
  const [id, token] = [v7(), newSessionToken()];
  const name = { given: 'Гүлнар', family: 'Сынақова' };
  await putOnTheRoll(dataSource, [{ id, ...name, bornOn: '1985-03-01', territory: VILLAGES[0] }]);
  if (role !== undefined) await publishName(dataSource, id, name);
  await dataSource.query(
    `insert into sessions (token_digest, person_id, provider, expires_at)
     values ($1, $2, 'stand-in', clock_timestamp() + interval '1 hour')`,
    [digestOfToken(token), id],
  );
  if (role === 'deputy') await aMandate(dataSource, id, OKRUG);
  else if (role !== undefined) {
    await dataSource.query(
      `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
       values ($1, $2, $3, $4, 'маман', 'специалист', '2020-01-01')`,
      [v7(), id, role, OKRUG],
    );
  }
  return { id, cookie: `qatysu_session=${token}` };
}

const RULE = { name: 'greedy', satisfaction: 'cost', completion: 'none', overspending: 'stop' };

/** A round whose projects stand on the ballot; its voting ended a moment ago unless wished otherwise. */
export async function aRoundToCount(
  dataSource: DataSource,
  wish: CountedRoundWish,
): Promise<CountedRound> {
  const {
    votingUntil = '-1 second',
    kind = 'approval',
    rule: name = RULE.name,
    ties = 'id',
  } = wish;
  const id = v7();
  const { completion = RULE.completion } = wish;
  const rules = JSON.stringify({ ...RULE, name, completion, ties });
  await dataSource.query(ROUND, [id, OKRUG, votingUntil, kind, rules, wish.minimumVotes ?? 0]);
  const pots = [[OKRUG, wish.budgetTenge ?? 100], ...villagePots(wish)] as const;
  for (const [kato, tenge] of pots)
    await dataSource.query(`insert into round_pots values ($1, $2, $3)`, [id, kato, tenge * 100]);
  const author = await aPerson(dataSource);
  const proposals: string[] = [];
  for (const project of wish.projects) {
    const place = { roundId: id, authorId: author.id, number: proposals.length + 1 };
    proposals.push(await addProject(dataSource, project, place));
  }
  return { id, proposals };
}

/** Lays ballots into the box without the casting path: `voters` people chose these numbers. */
export async function addBallots(
  dataSource: DataSource,
  roundId: string,
  ballots: readonly { voters: number; numbers: readonly number[]; points?: readonly number[] }[],
): Promise<void> {
  for (const { voters, numbers, points } of ballots) {
    await dataSource.query(
      `insert into ballots (round_id, resident_id, projects, points, receipt, body_digest, commitment,
         nonce, cast_at, territory_kato)
       select $1, gen_random_uuid(), $3, $4, gen_random_uuid()::text, '', '', '',
              clock_timestamp() - interval '1 hour', (array['${VILLAGES[0]}', '${VILLAGES[1]}'])[1 + n % 2]
       from generate_series(1, $2::int) n`,
      [roundId, voters, numbers, points ?? null],
    );
  }
}

async function addProject(
  dataSource: DataSource,
  { state = 'admitted', title, village, costTenge, group }: CountedProjectWish,
  { roundId, authorId, number }: { roundId: string; authorId: string; number: number },
): Promise<string> {
  const id = v7();
  const pot = village === undefined ? OKRUG : VILLAGES[village];
  const name = title ?? `Жоба ${number}`;
  const columns = [state, `T-${id}`, number, pot, name, costTenge * 100, group];
  await dataSource.query(PROPOSAL, [id, roundId, authorId, ...columns]);
  return id;
}

function villagePots({ villages = [] }: CountedRoundWish): [string, number][] {
  return villages.map((tenge, place) => [VILLAGES[place]!, tenge]);
}

const ROUND = `
  insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
    ballot_max, ballot_points, rule, minimum_votes, minimum_age, intake_from, intake_until, review_until,
    voting_from, voting_until, decision_by, legal_basis)
  select $1, $2, 2027, 'Қарасу 2027', 'Карасу 2027', false, $4, 0, 9, 10, $5, $6, 18,
    least(now, until) - interval '19 days', least(now, until) - interval '16 days',
    least(now, until) - interval '12 days', least(now, until) - interval '9 days', until,
    until + interval '3 days', '{"on":"2026-11-01","outOfScope":"level-not-named","points":[],"warnings":[]}'
  from (select clock_timestamp() as now, clock_timestamp() + $3::interval as until) instants`;

const PROPOSAL = `
  insert into proposals (id, round_id, author_id, state, number, ballot_number, pot_kato, category,
    language, title, checked_cost_tiyn, exclusive_group, submitted_at)
  values ($1, $2, $3, $4, $5, $6, $7, 'greening', 'kk', $8, $9, $10, clock_timestamp())`;
