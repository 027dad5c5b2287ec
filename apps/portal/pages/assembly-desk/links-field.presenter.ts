import type { ItemWritingRow } from '#features/assemblies/writings/writing-row.js';
import { formatTenge } from '#rules/kernel/money.js';
import { LINK_KINDS } from '#rules/assemblies/minutes-draft.js';
import type { Wording } from '#platform/views/wording.js';
import { recordingTime } from '../../papers/minutes-words.js';

/** Rows beyond those that are filled. */
const BLANK_ROWS = 2;

/** What a decision is about, with the sum that it gives; one row a link. */
export function presentLinks(item: ItemWritingRow, op: string, say: Wording) {
  const { number, links, versions } = item;
  const rows = [...links, ...Array.from({ length: BLANK_ROWS }, () => null)];
  return {
    key: `links-${number}`,
    item: number,
    version: versions.links ?? 0,
    op,
    kinds: [
      { value: '', text: say.t('assemblyDesk.writing.noLink') },
      ...LINK_KINDS.map((kind) => ({ value: kind, text: say.t(`minutes.links.${kind}`) })),
    ],
    rows: rows.map((link, place) => ({
      row: place + 1,
      kind: link?.kind ?? '',
      id: link?.id ?? '',
      amount: link?.amountTiyn ? formatTenge(BigInt(link.amountTiyn)) : '',
    })),
  };
}

/** When the item begins in the recording. */
export function presentRecordingTime(
  { number, recordingSeconds, versions }: ItemWritingRow,
  op: string,
) {
  return {
    key: `recording-seconds-${number}`,
    field: 'recording-seconds',
    item: number,
    version: versions['recording-seconds'] ?? 0,
    op,
    value: recordingSeconds === null ? '' : recordingTime(recordingSeconds),
  };
}
