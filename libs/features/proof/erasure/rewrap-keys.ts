import type { DataSource } from 'typeorm';
import type { PersonalKeys, WrappedKey } from '#platform/identity/personal-keys.js';

const KEYS_AT_ONCE = 1_000;

/**
 * Wraps every data key with the first key of the file: the last step of a rotation, after which the
 * key below it opens nothing that is here.
 *
 * @returns how many were wrapped anew
 */
export async function rewrapKeys(dataSource: DataSource, keys: PersonalKeys): Promise<number> {
  let rewrapped = 0;
  for (;;) {
    const part = await rewrapPart(dataSource, keys);
    if (part === 0) return rewrapped;
    rewrapped += part;
  }
}

async function rewrapPart(dataSource: DataSource, keys: PersonalKeys): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const old: WrappedKey[] = await manager.query(
      `select id, wrapped, wrapped_by as "wrappedBy" from person_keys
       where wrapped_by <> $1 order by id limit $2 for update`,
      [keys.print, KEYS_AT_ONCE],
    );
    const anew = old.map((stored) => keys.rewrap(stored));
    await manager.query(
      `update person_keys k set wrapped = n.wrapped, wrapped_by = $3
       from unnest($1::uuid[], $2::bytea[]) as n(id, wrapped) where k.id = n.id`,
      [anew.map(({ id }) => id), anew.map(({ wrapped }) => wrapped), keys.print],
    );
    return anew.length;
  });
}
