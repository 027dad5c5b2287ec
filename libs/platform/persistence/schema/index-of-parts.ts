import { EACH_CELL } from './migration-statements.js';

/** An index of a table that is cut by period (ADR 40). */
export interface WantedIndex {
  readonly table: string;
  /** At most 55 letters long: each part has its own, `_2027q1` or `_default` behind this name. */
  readonly index: string;
  /** What comes behind the table's name; may have a condition. */
  readonly on: string;
}

/**
 * Tells how such an index is built without holding acts up, since PostgreSQL builds none of a table in
 * parts `concurrently`: an empty one of the whole, which new parts copy, then one of each part, which
 * become the whole. Whatever was there before stays, so a half is completed by the next try; one of a
 * part that is broken is built anew. For a migration of its own with `transaction = false`.
 *
 * @example indexOfParts({ table: 'ballots', index: 'ix_ballots_cast_at', on: '(cast_at)' })
 */
export function indexOfParts(wanted: WantedIndex): string[] {
  const { table, index, on } = wanted;
  return [
    `create index if not exists ${index} on only ${table} ${on}`,
    `select
      case when found.indexrelid is not null then format('drop index concurrently parts.%I', own) end as drop_broken,
      format('create index concurrently %I on parts.%I %s', own, part, $on$${on}$on$) as build
    ${fromPartsWithout(wanted)} and found.indisvalid is not true
    order by part ${EACH_CELL}`,
    `select format('alter index ${index} attach partition parts.%I', own) as attach
    ${fromPartsWithout(wanted)} and found.indisvalid
    order by part ${EACH_CELL}`,
  ];
}

/** Parts that have no index in that of the whole, and what is found of their own. */
function fromPartsWithout({ table, index }: WantedIndex): string {
  return `from (
      select p.oid, p.relname as part, '${index}' || substr(p.relname, length('${table}') + 1) as own
      from pg_inherits h join pg_class p on p.oid = h.inhrelid where h.inhparent = '${table}'::regclass
    ) as parts
    left join pg_index found on found.indexrelid = to_regclass(format('parts.%I', own))
    where not exists (
      select from pg_inherits h join pg_index i on i.indexrelid = h.inhrelid
      where h.inhparent = '${index}'::regclass and i.indrelid = parts.oid
    )`;
}
