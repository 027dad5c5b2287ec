import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import {
  digestOfToken,
  newSessionToken,
  SESSION_COOKIE,
} from '#platform/identity/session-token.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { aMandate } from './mandate.js';
import { publishName, putOnTheRoll } from './roll.js';

/** An invented district with an okrug of two villages, and a neighbouring okrug. */
export const DISTRICT = '982000000';
export const OKRUG = '982030000';
export const VILLAGE = '982030100';
export const HAMLET = '982030200';
export const NEIGHBOUR = '982040000';

const PATHS: Readonly<Record<string, readonly string[]>> = {
  [DISTRICT]: [DISTRICT],
  [OKRUG]: [DISTRICT, OKRUG],
  [VILLAGE]: [DISTRICT, OKRUG, VILLAGE],
  [HAMLET]: [DISTRICT, OKRUG, HAMLET],
  [NEIGHBOUR]: [DISTRICT, NEIGHBOUR],
};

/** A person of the district: as the use cases know one, and with the token of a living session. */
export interface PetitionPerson {
  readonly id: string;
  readonly person: SignedIn;
  readonly tokenDigest: string;
  readonly cookie: string;
}

export interface PersonWish {
  readonly role?:
    'deputy' | 'officer' | 'akim' | 'secretary' | 'maslikhat-secretary' | 'expert' | 'clerk';
  /** Where the role is held. */
  readonly office?: string;
  /** Where the person is registered. */
  readonly home?: string;
  readonly bornOn?: string;
}

/** @param people of the okrug: 3,821 need 192 signatures for its akim's office */
export async function aPetitionTown(dataSource: DataSource, people = 3_821): Promise<void> {
  const units: readonly (readonly [string, string, string, string, number])[] = [
    [DISTRICT, 'district', 'Талды ауданы', 'Талдинский район', 60_000],
    [OKRUG, 'rural-okrug', 'Сарыбұлақ ауылдық округі', 'Сарыбулакский сельский округ', people],
    [VILLAGE, 'village', 'Сарыбұлақ ауылы', 'село Сарыбулак', 3_000],
    [HAMLET, 'village', 'Ақтөбе ауылы', 'село Актобе', 821],
    [NEIGHBOUR, 'rural-okrug', 'Көрші ауылдық округі', 'Коршинский сельский округ', 1_000],
  ];
  for (const [kato, level, kk, ru, population] of units) {
    const path = PATHS[kato]!;
    await dataSource.query(
      `insert into territories (kato, parent_kato, path, level, name_kk, name_ru, population,
         population_on, population_source, valid_from)
       values ($1, $2, $3, $4, $5, $6, $7, '2021-09-01', 'census of 2021', '2020-01-01')`,
      [kato, path.at(-2) ?? null, path, level, kk, ru, population],
    );
  }
}

export async function aPerson(
  dataSource: DataSource,
  wish: PersonWish = {},
): Promise<PetitionPerson> {
  const [person] = await manyPeople(dataSource, 1, wish);
  return person!;
}

/** Residents in one statement, each with a session. */
export async function manyPeople(
  dataSource: DataSource,
  count: number,
  wish: PersonWish = {},
): Promise<PetitionPerson[]> {
  const home = wish.home ?? VILLAGE;
  const drawn = Array.from({ length: count }, () => ({ id: v7(), token: newSessionToken() }));
  const ids = drawn.map(({ id }) => id);
  const name = { given: 'Айгүл', family: 'Сынақова' };
  const bornOn = wish.bornOn ?? '1985-04-15';
  await putOnTheRoll(
    dataSource,
    ids.map((id) => ({ id, ...name, bornOn, territory: home })),
  );
  if (wish.role) for (const id of ids) await publishName(dataSource, id, name);
  await dataSource.query(
    `insert into sessions (token_digest, person_id, provider, expires_at)
     select digest, id, 'stand-in', clock_timestamp() + interval '1 hour'
     from unnest($1::uuid[], $2::bytea[]) as s(id, digest)`,
    [ids, drawn.map(({ token }) => digestOfToken(token))],
  );
  return Promise.all(drawn.map((one) => withRoles(dataSource, one, { ...wish, home })));
}

async function withRoles(
  dataSource: DataSource,
  { id, token }: { readonly id: string; readonly token: string },
  { role, office = DISTRICT, home }: PersonWish & { readonly home: string },
): Promise<PetitionPerson> {
  const roles = [{ role: 'resident', territory: home, territoryPath: PATHS[home]! }];
  if (role) {
    await giveOffice(dataSource, id, { role, office });
    roles.push({ role, territory: office, territoryPath: PATHS[office]! });
  }
  return {
    id,
    person: { personId: id, name: 'Айгүл С.', territory: home, roles },
    tokenDigest: digestOfToken(token).toString('hex'),
    cookie: `${SESSION_COOKIE}=${token}`,
  };
}

/** Who is a deputy follows from a seat; every other role is a row of its own. */
async function giveOffice(
  dataSource: DataSource,
  residentId: string,
  { role, office }: { readonly role: string; readonly office: string },
): Promise<void> {
  if (role === 'deputy') return aMandate(dataSource, residentId, office);
  await dataSource.query(
    `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
     values ($1, $2, $3, $4, 'Қызметкер', 'Служащий', '2020-01-01')`,
    [v7(), residentId, role, office],
  );
}

export const PETITION_TEXTS = {
  title: { kk: 'Ауылға су құбырын тарту', ru: 'Провести водопровод в село' },
  text: { kk: 'Ауылға ауыз су құбырын тартуды сұраймыз.', ru: 'Просим провести водопровод.' },
  arguments: { kk: 'Құдықтар кеуіп қалды.', ru: 'Колодцы пересохли.' },
  proposals: { kk: '2027 жылғы бюджетке енгізу.', ru: 'Включить в бюджет 2027 года.' },
} as const;
