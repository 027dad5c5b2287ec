import type { EnclosureRow } from '#features/record/enclosures/enclosure-row.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import type { Wording } from '#platform/views/wording.js';
import { enclosureUrl } from '../../api/enclosures/enclosure.presenter.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';

/** Photos to look at, and papers to open. @param caption day and place of the photos */
export function presentSiteFiles(files: readonly EnclosureRow[], caption: string, say: Wording) {
  return {
    photos: files
      .filter(({ kind }) => kind === 'photo')
      .map(({ storedName }) => ({
        src: enclosureUrl(storedName),
        small: enclosureUrl(smallNameOf(storedName)),
        alt: caption,
        caption,
      })),
    papers: files
      .filter(({ kind }) => kind === 'document')
      .map((file) => presentEnclosure(file, say)),
  };
}
