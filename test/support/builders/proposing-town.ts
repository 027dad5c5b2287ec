import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { digestOfToken, newSessionToken } from '#platform/identity/session-token.js';
import { publishName, putOnTheRoll } from './roll.js';

/** An invented rural okrug with one village, and a neighbour; none under the national rule. */
export const PLACE = '975000000';
export const VILLAGE = '975000100';
export const ELSEWHERE = '976000000';

export interface Intake {
  /** PostgreSQL intervals from now: `-1 hour`, `+2 seconds`. */
  readonly from?: string;
  readonly until?: string;
  readonly capTenge?: number;
  readonly year?: number;
}

export interface Somebody {
  readonly id: string;
  readonly cookie: string;
  readonly token: string;
}

export async function aProposingTown(dataSource: DataSource): Promise<void> {
  const units: [string, string | null, string[], string, string, string][] = [
    [PLACE, null, [PLACE], 'rural-okrug', 'Көктөбе ауылдық округі', 'Коктобинский сельский округ'],
    [VILLAGE, PLACE, [PLACE, VILLAGE], 'village', 'Көктөбе ауылы', 'село Коктобе'],
    [ELSEWHERE, null, [ELSEWHERE], 'rural-okrug', 'Басқа округ', 'Другой округ'],
  ];
  for (const unit of units)
    await dataSource.query(
      `insert into territories (kato, parent_kato, path, level, name_kk, name_ru, valid_from)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      unit,
    );
}

/** A round of the okrug that takes proposals in, with one pot. */
export async function anIntake(dataSource: DataSource, wish: Intake = {}): Promise<string> {
  const id = v7();
  const cap = wish.capTenge === undefined ? null : String(wish.capTenge * 100);
  await dataSource.query(ROUND, [
    id,
    PLACE,
    wish.from ?? '-1 hour',
    wish.until ?? '1 hour',
    cap,
    wish.year ?? 2027,
  ]);
  await dataSource.query(`insert into round_pots values ($1, $2, 5000000000)`, [id, PLACE]);
  return id;
}

/** A person with a living session, in an office of the okrug where a role is given. */
export async function somebody(
  dataSource: DataSource,
  { territory = VILLAGE, role }: { readonly territory?: string; readonly role?: string } = {},
): Promise<Somebody> {
  const [id, token] = [v7(), newSessionToken()];
  const name = { given: 'Әсел', family: 'Оспанова' };
  await putOnTheRoll(dataSource, [{ id, ...name, bornOn: '1991-03-01', territory }]);
  if (role !== undefined) await publishName(dataSource, id, name);
  await dataSource.query(
    `insert into sessions (token_digest, person_id, provider, expires_at)
     values ($1, $2, 'stand-in', clock_timestamp() + interval '1 hour')`,
    [digestOfToken(token), id],
  );
  if (role !== undefined)
    await dataSource.query(
      `insert into role_holdings (id, resident_id, role, territory_kato, post_kk, post_ru, held_from)
       values ($1, $2, $3, $4, 'маман', 'специалист', '2020-01-01')`,
      [v7(), id, role, PLACE],
    );
  return { id, token, cookie: `qatysu_session=${token}` };
}

/** A proposal with nothing missing, as the API takes it. */
export function aCompleteProposal(wish: Readonly<Record<string, unknown>> = {}) {
  return {
    language: 'kk',
    title: 'Абай көшесіндегі балалар ойын алаңы',
    category: 'sports-and-playgrounds',
    territory: PLACE,
    address: 'Көктөбе ауылы, Абай көшесі, 12',
    coordinates: { latitude: 43.2381, longitude: 76.9452 },
    problem: 'Аулада балалар ойнайтын орын жоқ.',
    idea: 'Әткеншек, сырғанақ және жұмсақ төсеме орнату.',
    beneficiaries: 'Үш үйдің балалары',
    cost: { amount: '3850000', currency: 'KZT' },
    contact: '+7 701 000 00 00',
    ...wish,
  };
}

const ROUND = `
  insert into rounds (id, territory_kato, year, title_kk, title_ru, national_scope, ballot_kind, ballot_min,
    ballot_max, rule, minimum_votes, minimum_age, cost_cap_tiyn, intake_from, intake_until, review_until,
    voting_from, voting_until, decision_by, legal_basis)
  select $1, $2, $6::int, 'Көктөбе ' || $6::text, 'Коктобе ' || $6::text, false, 'approval', 1, 3,
    '{"name":"greedy","satisfaction":"cost","completion":"none","ties":"cost-votes-id"}', 0, 18, $5::bigint,
    now + $3::interval, now + $4::interval, now + $4::interval + interval '2 days',
    now + $4::interval + interval '3 days', now + $4::interval + interval '4 days',
    now + $4::interval + interval '5 days', '{"on":"2027-01-20","outOfScope":"level-not-named","points":[],"warnings":[]}'
  from (select clock_timestamp() as now) instant`;
