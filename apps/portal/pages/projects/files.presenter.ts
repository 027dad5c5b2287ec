import type { ProposalFileRow } from '#features/participation/proposals/proposal-row.js';
import { smallNameOf } from '#platform/files/stored-names.js';
import type { Wording } from '#platform/views/wording.js';

/** Address of a stored file; it needs no language. */
export function filePath(storedName: string): string {
  return `/files/${storedName}`;
}

/** A photo for the `photos` part; a photo without a description is read out by its name. */
export function presentPhoto({ storedName, shownName, alternativeText }: ProposalFileRow) {
  return {
    src: filePath(storedName),
    small: filePath(smallNameOf(storedName)),
    alt: alternativeText || shownName,
    caption: alternativeText,
    width: 320,
    height: 180,
  };
}

/** A document for the `documents` part, with its kind and size. */
export function presentDocument(file: ProposalFileRow, say: Wording) {
  const kilobytes = Math.max(1, Math.round(file.sizeBytes / 1024));
  return {
    src: filePath(file.storedName),
    text: file.shownName,
    detail: say.t('projects.documentDetail', { size: kilobytes }),
  };
}
