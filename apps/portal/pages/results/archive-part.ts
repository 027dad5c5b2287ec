import type { ArchiveRow } from '#features/proof/archives/archive.reader.js';
import type { Wording } from '#platform/views/wording.js';

const BYTES_IN_KB = 1_024;

export interface ArchiveOfRound {
  readonly archive: ArchiveRow | null;
  readonly roundId: string;
  readonly origin: string;
}

/** The archive of a round with what one types to check it; without one it is told when it comes. */
export function archivePart(say: Wording, { archive, roundId, origin }: ArchiveOfRound) {
  if (!archive) return null;
  const path = `/api/v1/rounds/${roundId}/archive.zip`;
  return {
    path,
    text: say.t('archive.verify.file', { size: sizeInWords(say, archive.bytes) }),
    digest: archive.sha256,
    made: say.date(archive.madeAt),
    commands: [
      `curl -o archive.zip '${origin}${path}'`,
      'sha256sum archive.zip',
      `npm run -s recount -- verify archive.zip --lang ${say.lang}`,
    ].join('\n'),
    receipt: `npm run -s recount -- verify archive.zip --receipt 2345-6789-ABCD-E --lang ${say.lang}`,
  };
}

function sizeInWords(say: Wording, bytes: number): string {
  const kilobytes = Math.ceil(bytes / BYTES_IN_KB);
  return kilobytes < BYTES_IN_KB
    ? say.t('archive.size.kb', { count: kilobytes })
    : say.t('archive.size.mb', { count: Math.ceil(kilobytes / BYTES_IN_KB) });
}
