import type { DataSource } from 'typeorm';
import type { WrappedKey } from '#platform/identity/personal-keys.js';
import type { MessageWay } from '#platform/messages/message-way.js';
import { testPersonalKeys } from '../personal-keys.js';

export interface ContactWish {
  readonly way: MessageWay;
  readonly address: string;
  readonly language?: 'kk' | 'ru' | 'en';
  /** Of what the person wants to be told. */
  readonly kinds?: readonly string[];
}

const keys = testPersonalKeys();

/** A confirmed address of a person who is on the roll. */
export async function aContact(
  dataSource: DataSource,
  residentId: string,
  { way, address, language = 'kk', kinds = [] }: ContactWish,
): Promise<void> {
  const [stored] = (await dataSource.query(
    `select id, wrapped, wrapped_by as "wrappedBy" from person_keys where resident_id = $1`,
    [residentId],
  )) as WrappedKey[];
  const sealed = keys.unwrap(stored!).seal(address, 'address');
  await dataSource.query(
    `insert into contacts (resident_id, way, sealed_address, language) values ($1, $2, $3, $4)`,
    [residentId, way, sealed, language],
  );
  await dataSource.query(
    `insert into notice_choices (resident_id, kind, way, wanted)
     select $1, kind, $2, true from unnest($3::text[]) kind`,
    [residentId, way, kinds],
  );
}
