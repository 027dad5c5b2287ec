import type { EnclosureRow } from '#features/record/enclosures/enclosure-row.js';
import type { Wording } from '#platform/views/wording.js';
import { enclosureUrl } from '../../api/enclosures/enclosure.presenter.js';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** A file for the part `enclosures`: name, kind, size, and what it is checked by. */
export function presentEnclosure(file: EnclosureRow, say: Wording) {
  const { id, name, kind, storedName, sizeBytes, sha256 } = file;
  const size = sizeText(sizeBytes, say);
  const detail = say.t(`enclosures.kinds.${kind}`, { size });
  return { id, name, src: enclosureUrl(storedName), detail, sha256 };
}

export type PresentedEnclosure = ReturnType<typeof presentEnclosure>;

function sizeText(bytes: number, say: Wording): string {
  if (bytes < MEGABYTE)
    return say.t('enclosures.kilobytes', { size: Math.max(1, Math.round(bytes / KILOBYTE)) });
  return say.t('enclosures.megabytes', { size: say.number(Math.round(bytes / MEGABYTE)) });
}
