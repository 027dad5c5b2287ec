import type { CheckpointRow } from '#features/proof/ledger/ledger.reader.js';
import type { Wording } from '#platform/views/wording.js';

const SECTIONS = ['entries', 'sealed', 'you', 'limits'] as const;

export interface ShownLedger {
  /** The newest first. */
  readonly checkpoints: readonly CheckpointRow[];
  readonly keys: readonly string[];
}

/** What the ledger is in plain words, and what it says now. */
export function presentLedger(say: Wording, { checkpoints, keys }: ShownLedger) {
  return {
    title: say.t('archive.ledger.title'),
    lead: say.t('archive.ledger.lead'),
    sections: SECTIONS.map((section) => ({
      title: say.t(`archive.ledger.sections.${section}.title`),
      text: say.t(`archive.ledger.sections.${section}.text`),
    })),
    checkpoints: checkpoints.length > 0 ? tableOf(say, checkpoints) : null,
    keys,
  };
}

function tableOf(say: Wording, checkpoints: readonly CheckpointRow[]) {
  return {
    caption: say.t('archive.ledger.checkpoints'),
    columns: [
      { text: say.t('archive.ledger.columns.at') },
      { text: say.t('archive.ledger.columns.size'), numeric: true },
      { text: say.t('archive.ledger.columns.root') },
    ],
    rows: checkpoints.map(({ signedAt, size, root }) => ({
      cells: [
        { text: say.dateTime(signedAt) },
        { text: say.number(size) },
        { text: root.toString('base64') },
      ],
    })),
  };
}
