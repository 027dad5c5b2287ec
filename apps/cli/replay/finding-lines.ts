import type { Finding } from '#rules/tally/pabulib/findings.js';

/**
 * Findings for an operator, in the sequence of the file.
 *
 * @example findingLines('a.pb', faults, 0) // → ['a.pb:7: cost invalid (project: 12, value: abc)']
 */
export function findingLines(
  path: string,
  findings: readonly Finding[],
  omitted: number,
): readonly string[] {
  const lines = findings.map((finding) => `${path}:${finding.line}: ${sentenceOf(finding)}`);
  return omitted > 0 ? [...lines, `${path}: and ${omitted} more`] : lines;
}

/** How often each finding stands in the file: `{ vote_empty: 3 }`. */
export function countByCode(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) {
    const name = nameOf(code);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function sentenceOf({ code, details }: Finding): string {
  const words = nameOf(code).replaceAll('_', ' ');
  const named = Object.entries(details).map(([name, text]) => `${name}: ${text}`);
  return named.length > 0 ? `${words} (${named.join(', ')})` : words;
}

function nameOf(code: string): string {
  return code.replace('pabulib.', '');
}
