import type { EnclosedObject } from './enclosure-row.js';

const ROW = `jsonb_build_object('id', e.id, 'name', e.shown_name, 'kind', e.kind,
  'mediaType', e.media_type, 'storedName', e.stored_name, 'sizeBytes', e.size_bytes,
  'sha256', encode(e.digest, 'hex'))`;

/**
 * Part of a statement: the files of an object as a list of `EnclosureRow`.
 *
 * @param id the SQL expression of the object's id, such as `a.petition_id`
 */
export function enclosuresOf(object: EnclosedObject, id: string): string {
  return `coalesce((select jsonb_agg(${ROW} order by e.place) from enclosures e
    where e.object_id = ${id} and e.object_kind = '${object}'), '[]')`;
}

/** Loose files of a person, as `EnclosureRow`s in the sequence of the given ids. */
export const LOOSE_ENCLOSURES = `
  select ${ROW} as enclosure from enclosures e
  where e.id = any($1) and e.added_by = $2 and e.object_id is null
  order by array_position($1::uuid[], e.id)`;
