import type { ReceiptRow } from '#features/participation/ballots/ballot.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import type { SealedLeaf } from '#features/proof/ledger/ledger.reader.js';
import type { Wording } from '#platform/views/wording.js';

const COLOURS = {
  recorded: 'blue',
  replaced: 'yellow',
  counted: 'green',
  quarantined: 'red',
} as const;

export interface FoundReceipt {
  readonly found: ReceiptRow;
  readonly round: RoundRow;
  /** Null until a checkpoint stands over the entry. */
  readonly sealed: SealedLeaf | null;
}

/** What anybody may learn from a code: recorded, replaced or counted; of each ballot that has it. */
export function presentReceipts(code: string, receipts: readonly FoundReceipt[], say: Wording) {
  return {
    title: say.t('receipts.state.title'),
    code,
    file: `/api/v1/receipts/${code}`,
    shared: receipts.length > 1 ? say.t('receipts.state.shared') : undefined,
    ballots: receipts.map((receipt) => presentBallot(receipt, say)),
  };
}

function presentBallot({ found, round, sealed }: FoundReceipt, say: Wording) {
  const { state, castOn, leaf } = found;
  return {
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
      ...entryOf(sealed, say),
    ],
    proof: sealed && proofOf(sealed),
    results: round.publishedAt ? `/rounds/${round.id}/results` : undefined,
  };
}

function entryOf(sealed: SealedLeaf | null, say: Wording) {
  const key = say.t('receipts.facts.entry');
  if (!sealed) return [{ key, value: say.t('receipts.state.notSealed') }];
  const { leaf, checkpoint } = sealed;
  const place = { number: say.number(leaf.index + 1), size: say.number(checkpoint.size) };
  return [
    { key, value: say.t('receipts.state.entryOf', place) },
    { key: say.t('receipts.facts.sealedAt'), value: say.dateTime(checkpoint.signedAt) },
  ];
}

function proofOf({ leaf, checkpoint, hashes }: SealedLeaf) {
  return {
    entry: leaf.content,
    hash: leaf.hash.toString('hex'),
    path: hashes.map((hash) => hash.toString('hex')),
    root: checkpoint.root.toString('hex'),
    checkpoint: checkpoint.note,
  };
}
