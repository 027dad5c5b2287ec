import { create } from 'qrcode';
import type { Pdf } from './write-pdf.js';

/** Where a QR code stands, in points. */
export interface QrPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Modules of quiet ground around a code, without which phones do not find it. */
const QUIET = 4;

/** Draws an address as a QR code of squares, sharp at any size; a quarter of it may be damaged. */
export function drawQr(pdf: Pdf, address: string, { x, y, size }: QrPlace): void {
  const { modules } = create(address, { errorCorrectionLevel: 'Q' });
  const step = size / (modules.size + 2 * QUIET);
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column))
        pdf.rect(x + (column + QUIET) * step, y + (row + QUIET) * step, step, step);
  pdf.fill('black');
}
