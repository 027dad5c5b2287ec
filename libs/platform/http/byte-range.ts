/** The first and the last byte that are wanted. */
export interface WantedBytes {
  readonly first: number;
  readonly last: number;
}

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * What a `Range` header asks of a file of so many bytes. Null: the whole file, also where the header
 * is one that a server may pass over (several ranges, another unit).
 *
 * RFC 9110 section 14.
 *
 * @example byteRangeOf('bytes=0-99', 1_000) // → { first: 0, last: 99 }
 * @example byteRangeOf('bytes=-100', 1_000) // → { first: 900, last: 999 }
 * @example byteRangeOf('bytes=1000-', 1_000) // → 'unsatisfiable'
 */
export function byteRangeOf(
  header: string | undefined,
  bytes: number,
): WantedBytes | 'unsatisfiable' | null {
  const [, from = '', until = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (from === '' && until === '') return null;
  const first = from === '' ? Math.max(0, bytes - Number(until)) : Number(from);
  const last = from === '' || until === '' ? bytes - 1 : Math.min(Number(until), bytes - 1);
  if (from !== '' && until !== '' && Number(until) < first) return null;
  return first > last ? 'unsatisfiable' : { first, last };
}
