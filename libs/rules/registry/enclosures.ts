import type { Fault } from '../kernel/domain-error.js';

/** Most files beside one act; no law's. */
export const MOST_ENCLOSURES = 10;

/**
 * All faults of the files that a person in office lays beside an act: not too many, each once.
 *
 * @param ids of the files
 * @example assessEnclosures(['a', 'a']) // → [{ code: 'enclosure.twice', field: 'enclosures' }]
 */
export function assessEnclosures(ids: readonly string[]): readonly Fault[] {
  const faults: Fault[] = [];
  if (ids.length > MOST_ENCLOSURES)
    faults.push({
      code: 'enclosure.too_many',
      field: 'enclosures',
      details: { max: MOST_ENCLOSURES },
    });
  if (new Set(ids).size < ids.length) faults.push({ code: 'enclosure.twice', field: 'enclosures' });
  return faults;
}
