import type { Findings } from './findings.js';

/** Where the named columns stand in a section. */
export interface Header {
  readonly width: number;
  place(column: string): number;
}

/** Reads a header line; columns may stand in any sequence, `required` ones must stand. */
export function readHeader(
  fields: readonly string[],
  required: readonly string[],
  report: { readonly findings: Findings; readonly line: number },
): Header {
  const names = fields.map((field) => field.trim().toLowerCase());
  for (const column of required) {
    if (!names.includes(column))
      report.findings.add(report.line, 'pabulib.column_missing', { column });
  }
  const repeated = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (repeated !== undefined) {
    report.findings.add(report.line, 'pabulib.column_repeated', { column: repeated });
  }
  return { width: names.length, place: (column) => names.indexOf(column) };
}
