import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const INVENTORY = 'docs/security/personal-data.md';
const ROW = /^\| `([a-z_]+)` *\|([^|]*)\|([^|]*)\|$/gm;

/** Columns that can name a person; acts of persons in office are signed by a post instead. */
const NAMES_A_PERSON = `
  (^|_)(resident|author)_id$|^(full|family|given|sealed)_name$|^(sealed_(name|birth|contact|answer|address)|patronymic|signer|residence|words)$
  |^(pseudonym|phone|email|contact|owner|born_on|iin)$`.replaceAll(/\s/g, '');

describe('the inventory of personal data', () => {
  let database: TestDatabase;
  let stored: ReadonlyMap<string, readonly string[]>;
  const written = tablesIn(readFileSync(INVENTORY, 'utf8'));

  beforeAll(async () => {
    database = await openTestDatabase();
    stored = await columnsOf(database, 'true');
  });
  afterAll(() => database.close());

  it.each([...written.keys()])('has every column of %s, and no other', (table) => {
    expect([...written.get(table)!].toSorted()).toEqual([...(stored.get(table) ?? [])].toSorted());
  });

  it('has every table with a column that can name a person', async () => {
    const naming = await columnsOf(database, `column_name ~ '${NAMES_A_PERSON}'`);
    const inOffice = await columnsOf(database, `column_name = 'post_kk'`);
    const missing = [...naming.keys()].filter(
      (table) => !written.has(table) && !inOffice.has(table),
    );
    expect(missing).toEqual([]);
  });

  it('notices a column that nobody wrote down', async () => {
    await database.dataSource.query(`alter table sessions add column device_name text`);
    const now = await columnsOf(database, `table_name = 'sessions'`);
    await database.dataSource.query(`alter table sessions drop column device_name`);
    expect(written.get('sessions')).not.toContain('device_name');
    expect(now.get('sessions')).toContain('device_name');
  });
});

function tablesIn(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text.matchAll(ROW);
  return new Map([...rows].map(([, table, ...cells]) => [table!, namesIn(cells.join(' '))]));
}

function namesIn(cells: string): string[] {
  return [...cells.matchAll(/`([a-z_0-9]+)`/g)].map(([, name]) => name!);
}

async function columnsOf(
  { dataSource }: TestDatabase,
  condition: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows: { table: string; columns: string[] }[] = await dataSource.query(
    `select table_name as table, array_agg(column_name::text) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and ${condition} group by 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}
