import type { Writable } from 'node:stream';

const PIECE = Buffer.alloc(64 * 1024, 'x');
const PIECES = 1_600;

/** A hundred megabytes without an end of line, as fast as they are taken. */
export function flood(into: Writable): void {
  let left = PIECES;
  const pour = (): void => {
    while (left > 0 && !into.destroyed) {
      left -= 1;
      if (!into.write(PIECE)) return void into.once('drain', pour);
    }
    into.end();
  };
  pour();
}
