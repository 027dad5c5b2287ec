import type { ClientBase } from 'pg';

/** A table as a backup sees it: generated columns are left to the database. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Every table but the list of migrations, which a schema brings along; a partitioned one once. */
export async function storedTables(client: ClientBase): Promise<StoredTable[]> {
  const found = await client.query<StoredTable>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and a.attgenerated = '' and c.relname <> 'migrations'
    group by c.relname
    order by c.relname`);
  return found.rows;
}

/** References between tables; those of partitions come with their parent's. */
export async function foreignKeys(client: ClientBase): Promise<ForeignKey[]> {
  const found = await client.query<ForeignKey>(`
    select c.conrelid::regclass::text as table, c.conname as name,
           pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
    order by 1, 2`);
  return found.rows;
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
