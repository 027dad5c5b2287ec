import type { DataSource, EntityManager } from 'typeorm';
import { sealableName } from '#features/registry/residents/name.reader.js';
import type { PersonalText } from '#platform/identity/personal-key.js';
import type { PersonalKeys, WrappedKey } from '#platform/identity/personal-keys.js';
import { isClosedWord, unknownClosedWords } from './closed-words.js';
import { fillBareTables } from './fill-bare-tables.js';
import { FORMULA_STARTS, HOSTILE_ADDRESSES, HOSTILE_TEXT } from './hostile-texts.js';

interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly kind: 'text' | 'jsonb' | 'list';
  /** Part of a primary or foreign key: the database itself keeps free texts out. */
  readonly isKey: boolean;
  readonly isUnique: boolean;
}

export interface Spoilt {
  /** Columns that took hostile texts. */
  readonly filled: readonly string[];
  /** Columns that the database itself closes: a check of its words. */
  readonly refused: readonly string[];
  /** Columns for a person's words in a table without rows: nobody would see them. */
  readonly bare: readonly string[];
  /** Words of the list of closed words that are no columns any more. */
  readonly unknown: readonly string[];
}

const ADDRESS = /(^|_)(url|links?)$/;

/**
 * Overwrites every text of every table that a person could have typed, past all rules: what a page
 * shows afterwards is as hostile as a text can be, wherever it came from.
 */
export async function spoilTown(dataSource: DataSource, keys: PersonalKeys): Promise<Spoilt> {
  await fillBareTables(dataSource);
  const columns = await textColumnsOf(dataSource);
  const open = columns.filter(({ isKey, table, column }) => !isKey && !isClosedWord(table, column));
  const answers = await dataSource.transaction(async (manager) => {
    await manager.query(`set local session_replication_role = replica`);
    const given: [string, Answer][] = [];
    for (const column of open)
      given.push([`${column.table}.${column.column}`, await spoil(manager, column)]);
    await sealHostileNames(manager, keys);
    return given;
  });
  const of = (wanted: Answer) =>
    answers.filter(([, answer]) => answer === wanted).map(([name]) => name);
  return {
    filled: of('filled'),
    refused: of('refused'),
    bare: of('bare'),
    unknown: unknownClosedWords(columns),
  };
}

type Answer = 'filled' | 'refused' | 'bare';

async function spoil(manager: EntityManager, wanted: TextColumn): Promise<Answer> {
  if (wanted.kind === 'jsonb') return spoilJson(manager, wanted);
  const { table, column } = wanted;
  const changed =
    (await tried(manager, `update ${table} set ${column} = ${hostileSql(wanted)}`)) ??
    (await tried(
      manager,
      `update ${table} set ${column} = ${hostileSql(wanted)} where ${column} is not null`,
    ));
  if (changed === null) return 'refused';
  return changed > 0 ? 'filled' : 'bare';
}

/** Rows changed; null when a check of the database refused. */
async function tried(manager: EntityManager, sql: string): Promise<number | null> {
  await manager.query('savepoint spoiling');
  try {
    const [, changed]: [unknown, number] = await manager.query(sql);
    return changed;
  } catch {
    await manager.query('rollback to savepoint spoiling');
    return null;
  }
}

/** Another beginning in every row; unique ones end in a number of their own. */
function hostileSql({ column, kind, isUnique }: TextColumn): string {
  const isAddress = ADDRESS.test(column);
  const choices = isAddress ? HOSTILE_ADDRESSES : FORMULA_STARTS;
  const chosen = `(array[${choices.map(quoted).join()}])[1 + abs(hashtext(ctid::text)) % ${choices.length}]`;
  const text = isAddress ? chosen : `${chosen} || ${quoted(HOSTILE_TEXT)}`;
  const whole = isUnique ? `${text} || ctid::text` : text;
  return kind === 'list' ? `array[${whole}]` : whole;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Words for people inside a document, found by what they look like. */
async function spoilJson(manager: EntityManager, { table, column }: TextColumn): Promise<Answer> {
  const rows: { place: string; value: unknown }[] = await manager.query(
    `select ctid::text as place, ${column} as value from ${table} where ${column} is not null`,
  );
  for (const { place, value } of rows)
    await manager.query(`update ${table} set ${column} = $1 where ctid = $2::tid`, [
      JSON.stringify(hostileIn(value)),
      place,
    ]);
  return 'filled';
}

function hostileIn(value: unknown): unknown {
  if (typeof value === 'string') return hostileInsteadOf(value);
  if (Array.isArray(value)) return value.map(hostileIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostileIn(inner)]));
}

function hostileInsteadOf(text: string): string {
  if (/^https?:/.test(text)) return HOSTILE_ADDRESSES[0]!;
  return /[^\x21-\x7e]/.test(text) ? `=${HOSTILE_TEXT}` : text;
}

/** What lies sealed has to be sealed again: names, contacts, co-authors. */
async function sealHostileNames(manager: EntityManager, keys: PersonalKeys): Promise<void> {
  const people: (WrappedKey & { readonly residentId: string })[] = await manager.query(
    `select resident_id as "residentId", id, wrapped, wrapped_by as "wrappedBy" from person_keys`,
  );
  const name = sealableName({
    givenName: HOSTILE_TEXT,
    familyName: `<${HOSTILE_TEXT}`,
    patronymic: HOSTILE_TEXT,
  });
  for (const { residentId, ...wrapped } of people) {
    const key = keys.unwrap(wrapped);
    const sealed = (text: string, kind: PersonalText) => key.seal(text, kind);
    await manager.query(`update residents set sealed_name = $2 where id = $1`, [
      residentId,
      sealed(name, 'name'),
    ]);
    await manager.query(`update proposals set sealed_contact = $2 where author_id = $1`, [
      residentId,
      sealed(HOSTILE_TEXT, 'contact'),
    ]);
    await manager.query(
      `update proposal_coauthors c set sealed_name = $2 from proposals p
       where p.id = c.proposal_id and p.author_id = $1`,
      [residentId, sealed(HOSTILE_TEXT, 'co-author')],
    );
  }
}

async function textColumnsOf(dataSource: DataSource): Promise<readonly TextColumn[]> {
  return dataSource.query(
    `select c.relname as table, a.attname as column,
       case t.typname when 'jsonb' then 'jsonb' when '_text' then 'list' else 'text' end as kind,
       exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey)
               and k.contype in ('p', 'f')) as "isKey",
       exists (select from pg_index i where i.indrelid = c.oid and i.indisunique
               and a.attnum = any (i.indkey)) as "isUnique"
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and not a.attgenerated = 's' and t.typname in ('text', 'varchar', 'jsonb', '_text')
     order by 1, 2`,
  );
}
