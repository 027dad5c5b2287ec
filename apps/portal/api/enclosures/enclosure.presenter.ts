import type { EnclosureRow } from '#features/record/enclosures/enclosure-row.js';

/** Address of a file beside an act; it needs no language. */
export function enclosureUrl(storedName: string): string {
  return `/enclosures/${storedName}`;
}

/** A file as programs see it: whoever saved it can check that it is the same one. */
export function presentEnclosure({ storedName, ...file }: EnclosureRow) {
  return { ...file, url: enclosureUrl(storedName) };
}

export type EnclosureView = ReturnType<typeof presentEnclosure>;
