import { csvRow, plainCells } from './csv-row.js';

/** Columns of `receipts.csv`, in which every ballot leaf of the round has its row, in their sequence. */
export const RECEIPT_COLUMNS = ['leaf', 'receipt_sha256', 'state'] as const;

/** Did the ballot count, had its voter replaced it, or was it set aside as suspicious? */
export const RECEIPT_STATES = ['counted', 'replaced', 'quarantined'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

export interface ReceiptRow {
  /** Index of the leaf in the log. */
  readonly leaf: number;
  /** Hexadecimal SHA-256 of the code. */
  readonly receipt: string;
  readonly state: ReceiptState;
}

export function receiptRow({ leaf, receipt, state }: ReceiptRow): string {
  return csvRow([String(leaf), receipt, state]);
}

/** Reads such a row without its end; null for anything else. */
export function parseReceiptRow(line: string): ReceiptRow | null {
  const [leaf = '', receipt = '', written = '', ...more] = plainCells(line) ?? [];
  const state = RECEIPT_STATES.find((one) => one === written);
  const isPlain = /^(0|[1-9]\d{0,15})$/.test(leaf) && /^[0-9a-f]{64}$/.test(receipt);
  if (!isPlain || !state || more.length > 0) return null;
  return { leaf: Number(leaf), receipt, state };
}
