import { v7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { columnsOfBallot } from '#features/participation/rounds/ballot-columns.js';
import type { BallotRule } from '#rules/participation/ballot-rule.js';
import { aResident, EAST, TOWN, WEST } from './voting-town.js';

/** A round to vote in on pages: long names in both languages, every kind of ballot. */
export interface BallotRound {
  readonly roundId: string;
  /** Project ids by ballot number. */
  readonly projects: Readonly<Record<number, string>>;
}

export interface BallotRoundWish {
  readonly ballot: BallotRule;
  /** PostgreSQL intervals from now. */
  readonly votingFrom?: string;
  readonly votingUntil?: string;
  readonly replacingAllowed?: boolean;
  /** Pots of the town's districts beside the town's own. */
  readonly districts?: boolean;
  readonly potTenge?: number;
}

const TITLES: readonly (readonly [string, string, string, string, number])[] = [
  [
    'Абай көшесі, 12-үйдің ауласындағы балалар алаңы',
    'Детская площадка во дворе дома 12 по улице Абая',
    'sports-and-playgrounds',
    'Абай көшесі, 12',
    38_500_000,
  ],
  [
    'Орталық саябаққа 120 ағаш отырғызу',
    'Посадка 120 деревьев в центральном парке',
    'greening',
    'Орталық саябақ',
    9_200_000,
  ],
  [
    'Мектеп жолындағы жаяу жүргіншілер жарығы',
    'Освещение пешеходной дорожки к школе',
    'common-places',
    'Сәтбаев көшесі, 3–41',
    54_000_000,
  ],
  [
    'Арық пен пандустарды жөндеу',
    'Ремонт арыков и пандусов',
    'pavements-ramps-aryks',
    'Тәуелсіздік даңғылы',
    61_700_000,
  ],
  [
    'Аялдамаларға күркелер мен орындықтар',
    'Навесы и скамьи на остановках',
    'benches-and-rest',
    'Шығыс ауданы',
    17_350_000,
  ],
];

/** Puts down a round of the invented town; projects 1–3 are the town's, 4 the west's, 5 the east's. */
export async function aBallotRound(
  dataSource: DataSource,
  wish: BallotRoundWish,
): Promise<BallotRound> {
  const roundId = v7();
  const author = await aResident(dataSource, {});
  await dataSource.query(ROUND, [roundId, TOWN, ...columnsOf(wish)]);
  const districts = wish.districts ?? false;
  const amount = (wish.potTenge ?? 100_000_000) * 100;
  for (const kato of districts ? [TOWN, WEST, EAST] : [TOWN])
    await dataSource.query(`insert into round_pots values ($1, $2, $3)`, [roundId, kato, amount]);
  const projects: Record<number, string> = {};
  for (const [place, [kk, ru, category, address, tenge]] of TITLES.entries()) {
    const number = place + 1;
    const id = v7();
    projects[number] = id;
    const pot = districts && number > 3 ? (number === 4 ? WEST : EAST) : TOWN;
    await dataSource.query(
      `insert into proposals (id, round_id, author_id, state, number, ballot_number, pot_kato, category,
         language, title, title_kk, title_ru, address, cost_tiyn, submitted_at)
       values ($1, $2, $3, 'admitted', $4, $5, $6, $7, 'kk', $8, $8, $9, $10, $11, clock_timestamp())`,
      [id, roundId, author.id, `B-${id}`, number, pot, category, kk, ru, address, tenge * 100],
    );
  }
  return { roundId, projects };
}

function columnsOf({ ballot, ...wish }: BallotRoundWish): unknown[] {
  const columns = columnsOfBallot(ballot);
  return [
    wish.votingFrom ?? '-1 hour',
    wish.votingUntil ?? '5 days',
    columns.ballotKind,
    columns.ballotMin,
    columns.ballotMax,
    columns.ballotPoints,
    columns.ballotPointsPerProject,
    wish.replacingAllowed ?? true,
  ];
}

const ROUND = `
  insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
    ballot_max, ballot_points, ballot_points_per_project, rule, minimum_votes, minimum_age, replacing_allowed,
    intake_from, intake_until, review_until, voting_from, voting_until, decision_by, legal_basis)
  select $1, $2, 2027, 'Халық қатысатын бюджет 2027: аулалар мен саябақтар', 'Бюджет народного участия 2027: дворы и парки',
    false, $5, $6, $7, $8, $9, '{"name":"greedy","satisfaction":"cost","completion":"none","ties":"cost-votes-id"}',
    0, 18, $10, least(now, voting_from) - interval '9 days', least(now, voting_from) - interval '6 days',
    least(now, voting_from) - interval '2 days', voting_from, voting_until, voting_until + interval '3 days', '{}'
  from (select clock_timestamp() as now, clock_timestamp() + $3::interval as voting_from,
               clock_timestamp() + $4::interval as voting_until) instants`;
