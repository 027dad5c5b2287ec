import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { digestOfToken, newSessionToken } from '#platform/identity/session-token.js';
import { putOnTheRoll } from './roll.js';

/** KATO codes of an invented town with two districts, and a neighbour outside it. */
export const TOWN = '990000000';
export const WEST = '990100000';
export const EAST = '990200000';
export const NEIGHBOUR = '980000000';

/** A round whose voting is open right now, with three projects of the town and one of each district. */
export interface VotingRound {
  readonly roundId: string;
  /** Project ids by ballot number: 1–3 of the town, 4 of the west, 5 of the east. */
  readonly projects: Readonly<Record<number, string>>;
}

export interface RoundWish {
  readonly votingFrom?: string;
  readonly votingUntil?: string;
  readonly ballotMax?: number;
  readonly replacingAllowed?: boolean;
}

/** Puts the town's territories down. */
export async function aVotingTown(dataSource: DataSource): Promise<void> {
  const units = [
    [TOWN, null, [TOWN], 'oblast-city'],
    [WEST, TOWN, [TOWN, WEST], 'city-district'],
    [EAST, TOWN, [TOWN, EAST], 'city-district'],
    [NEIGHBOUR, null, [NEIGHBOUR], 'oblast-city'],
  ];
  for (const [kato, parent, path, level] of units) {
    await dataSource.query(
      `insert into territories (kato, parent_kato, path, level, name_kk, name_ru, valid_from)
       values ($1, $2, $3, $4, 'Сынақ ' || $1, 'Проба ' || $1, '2020-01-01')`,
      [kato, parent, path, level],
    );
  }
}

/** `votingFrom` and `votingUntil` are PostgreSQL intervals from now: `-1 hour`, `+2 seconds`. */
export async function aVotingRound(
  dataSource: DataSource,
  wish: RoundWish = {},
): Promise<VotingRound> {
  const roundId = v7();
  await dataSource.query(ROUND, [
    roundId,
    TOWN,
    wish.votingFrom ?? '-1 hour',
    wish.votingUntil ?? '1 hour',
    wish.ballotMax ?? 3,
    wish.replacingAllowed ?? true,
  ]);
  for (const kato of [TOWN, WEST, EAST])
    await dataSource.query(`insert into round_pots values ($1, $2, 100000000000)`, [roundId, kato]);
  const author = await aResident(dataSource, {});
  const projects: Record<number, string> = {};
  for (const [place, pot] of [TOWN, TOWN, TOWN, WEST, EAST].entries()) {
    const number = place + 1;
    projects[number] = v7();
    await dataSource.query(
      `insert into proposals (id, round_id, author_id, state, number, ballot_number, pot_kato, category,
         language, title, cost_tiyn, submitted_at)
       values ($1, $2, $3, 'admitted', $4, $5::int, $6, 'greening', 'kk', 'Жоба ' || $5::int, 100000000 * $5::int, clock_timestamp())`,
      [projects[number], roundId, author.id, `T-${projects[number]}`, number, pot],
    );
  }
  return { roundId, projects };
}

export interface TestVoter {
  readonly id: string;
  readonly token: string;
}

export interface ResidentWish {
  readonly territory?: string;
  readonly bornOn?: string;
}

/** A resident with a living session. */
export async function aResident(dataSource: DataSource, wish: ResidentWish): Promise<TestVoter> {
  const id = v7();
  const token = newSessionToken();
  await putOnTheRoll(dataSource, [
    {
      id,
      given: 'Әсел',
      family: 'Сынақова',
      bornOn: wish.bornOn ?? '1990-05-05',
      territory: wish.territory ?? WEST,
    },
  ]);
  await dataSource.query(
    `insert into sessions (token_digest, person_id, provider, expires_at)
     values ($1, $2, 'stand-in', clock_timestamp() + interval '1 hour')`,
    [digestOfToken(token), id],
  );
  return { id, token };
}

const ROUND = `
  insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
    ballot_max, rule, minimum_votes, minimum_age, replacing_allowed, intake_from, intake_until, review_until,
    voting_from, voting_until, decision_by, legal_basis)
  select $1, $2, 2026, 'Сынақ кезеңі', 'Пробный раунд', false, 'approval', 1, $5,
    '{"name":"greedy","satisfaction":"cost","completion":"none","ties":"cost-votes-id"}', 0, 18, $6,
    least(now, voting_from) - interval '9 days', least(now, voting_from) - interval '6 days',
    least(now, voting_from) - interval '2 days', voting_from, voting_until, voting_until + interval '3 days', '{}'
  from (select clock_timestamp() as now, clock_timestamp() + $3::interval as voting_from,
               clock_timestamp() + $4::interval as voting_until) instants`;
