import type { DataSource, EntityManager } from 'typeorm';
import { birthDayKept } from '#rules/registry/birth-day-kept.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { PersonalKey, PersonalText } from '#platform/identity/personal-key.js';
import type { PersonalKeys, WrappedKey } from '#platform/identity/personal-keys.js';
import { sealableName } from '../../registry/residents/name.reader.js';

interface PlainText {
  readonly personId: string;
  readonly kind: Exclude<PersonalText, 'answer' | 'address'>;
  readonly rowId: string;
  readonly words: string;
}

const PEOPLE_AT_ONCE = 500;

/**
 * Seals what a change of the schema left in plain text, since only the process knows the keys; after
 * that nothing is ever there. What was plain goes from the tables' files too.
 *
 * @returns how many texts were sealed
 */
export async function sealPlainTexts(dataSource: DataSource, keys: PersonalKeys): Promise<number> {
  let sealed = 0;
  for (;;) {
    const part = await dataSource.transaction((manager) => sealPart(manager, keys));
    if (part === 0) break;
    sealed += part;
  }
  if (sealed > 0) await rewriteTables(dataSource);
  return sealed;
}

/** Columns that were dropped and rows that were deleted lie in the files until they are rewritten. */
async function rewriteTables(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`set statement_timeout = 0`);
    await runner.query(`vacuum (full) ${REWRITTEN.join(', ')}`);
  } finally {
    await runner.query(`reset statement_timeout`);
    await runner.release();
  }
}

const REWRITTEN = [
  'residents',
  'proposals',
  'proposal_coauthors',
  'idempotency_keys',
  'unsealed_texts',
];

async function sealPart(manager: EntityManager, keys: PersonalKeys): Promise<number> {
  const [texts] = (await manager.query(TAKE, [PEOPLE_AT_ONCE])) as [PlainText[], number];
  const opened = new Map<string, PersonalKey>();
  for (const text of texts) {
    const known = opened.get(text.personId);
    const key = known ?? (await keyOf(manager, keys, text.personId));
    opened.set(text.personId, key);
    await put(manager, text, key);
  }
  return texts.length;
}

async function keyOf(
  manager: EntityManager,
  keys: PersonalKeys,
  personId: string,
): Promise<PersonalKey> {
  const rows: WrappedKey[] = await manager.query(
    `select id, wrapped, wrapped_by as "wrappedBy" from person_keys where resident_id = $1`,
    [personId],
  );
  if (rows[0]) return keys.unwrap(rows[0]);
  const { stored, key } = keys.make();
  await manager.query(
    `insert into person_keys (id, resident_id, wrapped, wrapped_by) values ($1, $2, $3, $4)`,
    [stored.id, personId, stored.wrapped, stored.wrappedBy],
  );
  return key;
}

async function put(
  manager: EntityManager,
  { kind, rowId, words }: PlainText,
  key: PersonalKey,
): Promise<void> {
  await manager.query(PLACES[kind], [rowId, key.seal(sealable(kind, words), kind)]);
  if (kind === 'birth')
    await manager.query(`update residents set born_on = $2 where id = $1`, [
      rowId,
      birthDayKept(words, civilDateOf(new Date())),
    ]);
}

/** A name was moved as the list of its parts. */
function sealable(kind: PlainText['kind'], words: string): string {
  if (kind !== 'name') return words;
  const [givenName, familyName, patronymic] = JSON.parse(words) as [string, string, string | null];
  return sealableName({ givenName, familyName, patronymic });
}

const PLACES: Readonly<Record<PlainText['kind'], string>> = {
  name: `update residents set sealed_name = $2 where id = $1`,
  birth: `update residents set sealed_birth = $2 where id = $1`,
  contact: `update proposals set sealed_contact = $2 where id = $1`,
  'co-author': `update proposal_coauthors set sealed_name = $2 where id = $1`,
};

const TAKE = `
  delete from unsealed_texts where resident_id in
    (select distinct resident_id from unsealed_texts order by resident_id limit $1)
  returning resident_id as "personId", kind, row_id as "rowId", words`;
