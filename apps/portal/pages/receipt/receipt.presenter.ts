import type { ReceiptRow } from '#features/participation/ballots/ballot.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { Wording } from '#platform/views/wording.js';

const COLOURS = { recorded: 'blue', replaced: 'yellow', counted: 'green' } as const;

export interface FoundReceipt {
  readonly code: string;
  readonly found: ReceiptRow;
  readonly round: RoundRow;
}

/** What anybody may learn from a code: recorded, replaced or counted. */
export function presentReceiptState({ code, found, round }: FoundReceipt, say: Wording) {
  const { state, castOn, leaf } = found;
  return {
    title: say.t('receipts.state.title'),
    code,
    tag: { text: say.t(`receipts.states.${state}.word`), colour: COLOURS[state] },
    meaning: say.t(`receipts.states.${state}.meaning`),
    facts: [
      { key: say.t('receipts.facts.day'), value: say.date(castOn) },
      {
        key: say.t('receipts.facts.round'),
        value: say.official(round.title).text,
        path: `/rounds/${round.id}`,
      },
      { key: say.t('receipts.facts.leaf'), value: leaf },
    ],
    results: round.publishedAt ? `/rounds/${round.id}/results` : undefined,
  };
}
