import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { birthDayKept } from '#rules/registry/birth-day-kept.js';
import { sealableName } from '#features/registry/residents/name.reader.js';
import { civilDateOf } from '#platform/clock/clock.js';
import { testPersonalKeys } from '../personal-keys.js';

export interface OnTheRoll {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly patronymic?: string;
  readonly bornOn: string;
  readonly territory: string;
  readonly pseudonym?: Buffer;
}

const keys = testPersonalKeys();

/** Puts people on the roll under ids that the test knows, each with a data key of one's own. */
export async function putOnTheRoll(
  dataSource: DataSource,
  people: readonly OnTheRoll[],
): Promise<void> {
  const rows = people.map((person) => ({ person, ...keys.make() }));
  const { length } = rows;
  await dataSource.query(
    `insert into residents (id, pseudonym, born_on, territory_kato, registered_from, sealed_name)
     select id, pseudonym, born_on, kato, '2020-01-01', name
     from unnest($1::uuid[], $2::bytea[], $3::date[], $4::text[], $5::bytea[])
       as r(id, pseudonym, born_on, kato, name)`,
    [
      rows.map(({ person }) => person.id),
      rows.map(({ person }) => person.pseudonym ?? randomBytes(32)),
      rows.map(({ person }) => birthDayKept(person.bornOn, civilDateOf(new Date()))),
      rows.map(({ person }) => person.territory),
      rows.map(({ person, key }) => key.seal(sealableName(nameOf(person)), 'name')),
    ],
  );
  await dataSource.query(
    `insert into person_keys (resident_id, id, wrapped, wrapped_by)
     select * from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[])`,
    [
      rows.map(({ person }) => person.id),
      rows.map(({ stored }) => stored.id),
      rows.map(({ stored }) => stored.wrapped),
      Array.from({ length }, () => keys.print),
    ],
  );
}

/** Who takes an office is named in public. */
export async function publishName(
  dataSource: DataSource,
  residentId: string,
  { given, family }: Pick<OnTheRoll, 'given' | 'family'>,
): Promise<void> {
  await dataSource.query(
    `insert into public_names (resident_id, given_name, family_name) values ($1, $2, $3)`,
    [residentId, given, family],
  );
}

function nameOf({ given, family, patronymic = '' }: OnTheRoll) {
  return { givenName: given, familyName: family, patronymic: patronymic || null };
}
