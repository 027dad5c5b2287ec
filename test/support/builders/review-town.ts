import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import type { ProposalState } from '#rules/participation/proposal-lifecycle.js';
import {
  digestOfToken,
  newSessionToken,
  SESSION_COOKIE,
} from '#platform/identity/session-token.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { publishName, putOnTheRoll } from './roll.js';

/** KATO codes of an invented town with a district, and a neighbour outside it. */
export const TOWN = '970000000';
export const DISTRICT = '970100000';
export const NEIGHBOUR = '960000000';

/** A person of the town: as the use cases know one, and with the cookie of a living session. */
export interface TestPerson {
  readonly id: string;
  readonly person: SignedIn;
  readonly cookie: string;
}

export interface PersonWish {
  readonly name?: readonly [given: string, family: string];
  readonly role?: 'officer' | 'expert';
  readonly territory?: string;
  readonly post?: { readonly kk: string; readonly ru: string };
}

export async function aReviewTown(dataSource: DataSource): Promise<void> {
  const units = [
    [TOWN, null, [TOWN], 'oblast-city', 'Ақжол', 'Акжол'],
    [DISTRICT, TOWN, [TOWN, DISTRICT], 'city-district', 'Бәйтерек', 'Байтерек'],
    [NEIGHBOUR, null, [NEIGHBOUR], 'oblast-city', 'Көрші', 'Корши'],
  ];
  for (const unit of units) {
    await dataSource.query(
      `insert into territories (kato, parent_kato, path, level, name_kk, name_ru, valid_from)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      unit,
    );
  }
}

/** A resident, with an office where one is wished for. */
export async function aPerson(dataSource: DataSource, wish: PersonWish = {}): Promise<TestPerson> {
  const id = v7();
  const token = newSessionToken();
  const [given, family] = wish.name ?? ['Әсел', 'Сынақова'];
  const territory = wish.territory ?? TOWN;
  await putOnTheRoll(dataSource, [{ id, given, family, bornOn: '1985-04-15', territory }]);
  if (wish.role) await publishName(dataSource, id, { given, family });
  await dataSource.query(
    `insert into sessions (token_digest, person_id, provider, expires_at)
     values ($1, $2, 'stand-in', clock_timestamp() + interval '1 hour')`,
    [digestOfToken(token), id],
  );
  const held = await officeOf(dataSource, id, wish);
  const resident = { role: 'resident', territory, territoryPath: [territory] };
  const person = { personId: id, name: given, territory, roles: [resident, ...held] };
  return { id, person, cookie: `${SESSION_COOKIE}=${token}` };
}

export interface RoundWish {
  readonly votingFrom?: string;
  readonly costCapTenge?: number;
  readonly title?: readonly [kk: string, ru: string];
}

/** A round under review now; `votingFrom` is a PostgreSQL interval from now. */
export async function aRoundUnderReview(
  dataSource: DataSource,
  wish: RoundWish = {},
): Promise<string> {
  const id = v7();
  const [kk, ru] = wish.title ?? ['Ақжол 2027', 'Акжол 2027'];
  const cap = (wish.costCapTenge ?? 64_875_000) * 100;
  await dataSource.query(ROUND, [id, TOWN, wish.votingFrom ?? '30 days', cap, kk, ru]);
  for (const kato of [TOWN, DISTRICT])
    await dataSource.query(`insert into round_pots values ($1, $2, 100000000000)`, [id, kato]);
  return id;
}

export interface ProposalWish {
  readonly state?: ProposalState;
  readonly author?: TestPerson;
  readonly title?: string;
  readonly costTenge?: number;
  readonly pot?: string;
}

let counter = 0;

/** A submitted proposal. */
export async function aSubmittedProposal(
  dataSource: DataSource,
  roundId: string,
  wish: ProposalWish = {},
): Promise<string> {
  const id = v7();
  const author = wish.author ?? (await aPerson(dataSource));
  counter += 1;
  await dataSource.query(PROPOSAL, [
    id,
    roundId,
    author.id,
    wish.state ?? 'submitted',
    `2027-${String(counter).padStart(4, '0')}`,
    wish.pot ?? TOWN,
    wish.title ?? 'Абай 12 үйінің ауласына балалар алаңы',
    (wish.costTenge ?? 20_000_000) * 100,
  ]);
  return id;
}

async function officeOf(dataSource: DataSource, id: string, { role, post }: PersonWish) {
  if (!role) return [];
  const held = post ?? POSTS[role];
  await dataSource.query(
    `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
     values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
    [v7(), id, role, TOWN, held.kk, held.ru],
  );
  return [{ role, territory: TOWN, territoryPath: [TOWN], post: held }];
}

const POSTS = {
  officer: { kk: 'Экономика бөлімінің бас маманы', ru: 'Главный специалист отдела экономики' },
  expert: { kk: 'Сараптамалық кеңестің мүшесі', ru: 'Член Экспертного совета' },
} as const;

const ROUND = `
  insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
    ballot_max, rule, minimum_votes, minimum_age, cost_cap_tiyn, intake_from, intake_until, review_until,
    voting_from, voting_until, decision_by, legal_basis)
  select $1, $2, 2027, $5, $6, true, 'approval', 1, 3,
    '{"name":"greedy","satisfaction":"cost","completion":"none","ties":"cost-votes-id"}', 10, 18, $4::bigint,
    least(now, voting_from) - interval '40 days', least(now, voting_from) - interval '5 days',
    voting_from - interval '1 millisecond', voting_from, voting_from + interval '18 days',
    voting_from + interval '24 days', '{}'
  from (select clock_timestamp() as now, clock_timestamp() + $3::interval as voting_from) instants`;

const PROPOSAL = `
  insert into proposals (id, round_id, author_id, state, number, pot_kato, category, language, title,
    problem, idea, beneficiaries, address, cost_tiyn, submitted_at)
  values ($1, $2, $3, $4, $5, $6, 'sports-and-playgrounds', 'kk', $7, 'Ауладағы ескі алаң қауіпті.',
    'Жұмсақ төсемі бар жаңа алаң.', 'Көршілес төрт үйдің балалары.', 'Абай көшесі, 12', $8::bigint,
    clock_timestamp() - interval '6 days')`;
