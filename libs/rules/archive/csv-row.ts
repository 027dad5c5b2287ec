const MUST_BE_QUOTED = /[",\r\n]/;

/**
 * One row of a table, its line end included.
 *
 * RFC 4180.
 *
 * @example csvRow(['7', 'a,b']) // → '7,"a,b"\r\n'
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

/**
 * The cells of a row of which nothing is quoted, without its line end; null where something is.
 *
 * @example plainCells('12,ab,counted') // → ['12', 'ab', 'counted']
 */
export function plainCells(line: string): readonly string[] | null {
  return line.includes('"') ? null : line.split(',');
}

function written(cell: string): string {
  return MUST_BE_QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
