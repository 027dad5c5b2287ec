import { formatTenge, parseTenge } from '#rules/kernel/money.js';
import type { EstimateLine } from '#rules/participation/technical-estimate.js';
import type { StoredEstimateLine } from '#features/participation/expert-review/technical-estimate.record.js';
import type { FormFields } from '../_frame/form-fields.js';

const ROWS_AT_FIRST = 4;
const ROWS_MORE = 4;
const MOST_ROWS = 200;

/** A line of the form as it was typed. */
export interface LineFields {
  readonly number: number;
  readonly title: string;
  readonly amount: string;
}

/** The lines that say anything; a sum that cannot be read counts as none and is refused as such. */
export function linesIn(fields: FormFields): EstimateLine[] {
  return typedLines(fields)
    .filter(({ title, amount }) => title !== '' || amount !== '')
    .map(({ title, amount }) => ({ title, amountTiyn: sumIn(amount) ?? 0n }));
}

/** The rows to show: what was typed or stored, and empty ones to go on with. */
export function lineFields(
  fields: FormFields | undefined,
  stored: readonly StoredEstimateLine[],
): LineFields[] {
  const filled = fields ? typedLines(fields) : stored.map(shown);
  const wanted = fields?.has('more') ? filled.length + ROWS_MORE : ROWS_AT_FIRST;
  const count = Math.min(Math.max(filled.length, wanted), MOST_ROWS);
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    title: filled[index]?.title ?? '',
    amount: filled[index]?.amount ?? '',
  }));
}

/** People write sums with blanks and a comma: `sumIn('38 500,50') // → 3850050n` */
export function sumIn(typed: string): bigint | null {
  return parseTenge(typed.replaceAll(/\s/g, '').replace(',', '.'));
}

function typedLines(fields: FormFields): { title: string; amount: string }[] {
  const lines = [];
  for (let number = 1; number <= MOST_ROWS && fields.has(`title-${number}`); number += 1) {
    lines.push({
      title: fields.text(`title-${number}`),
      amount: fields.text(`amount-${number}`),
    });
  }
  return lines;
}

function shown({ title, amountTiyn }: StoredEstimateLine) {
  return { title, amount: formatTenge(BigInt(amountTiyn)) };
}
