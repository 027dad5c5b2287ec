import type { SheetReading } from '#rules/petitions/paper-sheet.js';
import { assessSigner } from '#rules/petitions/petition-signer.js';
import { formatReceipt, RECEIPT_RANDOM_BYTES } from '#rules/participation/receipt-code.js';
import { freshRandomBytes } from '#platform/identity/random-pool.js';
import type { PaperLineRecord } from './paper-line.record.js';
import type { PaperSheetRecord } from './paper-sheet.record.js';
import type {
  LockedPetition,
  PaperSheetRepository,
  PaperSigner,
} from './paper-sheet.repository.js';

interface ReadSheet {
  readonly locked: PaperSheetRecord;
  readonly petition: LockedPetition;
  readonly standing: { readonly lines: SheetReading };
  readonly at: Date;
}

/** Counts the people whom enough clerks read alike; says of every other line why it does not count. */
export async function settleSheet(
  sheets: PaperSheetRepository,
  { locked, petition, standing, at }: ReadSheet,
): Promise<void> {
  const { petitionId, id: sheetId } = locked;
  const named = standing.lines.flatMap(({ who }) => (who === null ? [] : [who]));
  const found = await sheets.findSigners(petitionId, named);
  const signers = new Map(found.map((signer) => [signer.who, signer]));
  const fresh = found.filter((signer) => signer.signed === null && isEligible(signer, petition));
  const numbers = await sheets.addSignatures(
    petitionId,
    fresh.map(({ id }) => ({ id, receipt: formatReceipt(freshRandomBytes(RECEIPT_RANDOM_BYTES)) })),
  );
  const counted = new Set<string>();
  const lines = standing.lines.map((line, place): PaperLineRecord => {
    const signer = line.who === null ? undefined : signers.get(line.who);
    const outcome = outcomeOf({ mark: line.mark, signer, numbers, counted });
    return { sheetId, line: place + 1, ...outcome };
  });
  await sheets.settle(sheetId, lines, at);
}

interface SettledLine {
  readonly mark: SheetReading[number]['mark'];
  readonly signer: PaperSigner | undefined;
  readonly numbers: ReadonlyMap<string, number>;
  /** Who has been counted on this sheet: the same person once more is a duplicate. */
  readonly counted: Set<string>;
}

function outcomeOf({
  mark,
  signer,
  numbers,
  counted,
}: SettledLine): Pick<PaperLineRecord, 'outcome' | 'signatureNumber'> {
  if (mark !== 'signed') return { outcome: mark, signatureNumber: null };
  if (!signer) return { outcome: 'not-on-the-roll', signatureNumber: null };
  const number = numbers.get(signer.id);
  if (number === undefined)
    return signer.signed === null
      ? { outcome: 'not-eligible', signatureNumber: null }
      : { outcome: 'duplicate', signatureNumber: signer.signed };
  const isAgain = counted.has(signer.id);
  counted.add(signer.id);
  return { outcome: isAgain ? 'duplicate' : 'counted', signatureNumber: number };
}

function isEligible(
  signer: PaperSigner,
  { territory, minimumAge, today }: LockedPetition,
): boolean {
  return assessSigner(signer, { territory, minimumAge }, today).length === 0;
}
