import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { type CriterionFinding, assessFindings } from './evaluation-criteria.js';

/** One line of the estimate: `{ title: 'Rubber surface, 120 m²', amountTiyn: 240000000n }`. */
export interface EstimateLine {
  readonly title: string;
  readonly amountTiyn: Tiyn;
}

/** A technical estimate as an officer writes it. */
export interface EstimateDraft {
  readonly lines: readonly EstimateLine[];
  readonly opinion: OfficialText;
  readonly findings: readonly CriterionFinding[];
}

/**
 * The checked cost: the sum of the lines, and nothing beside them. It may lie above the cap: that
 * is a finding, and a ground of refusal.
 *
 * @example checkedCostOf([{ title: 'Bench', amountTiyn: 3500n }]) // → 3500n
 */
export function checkedCostOf(lines: readonly EstimateLine[]): Tiyn {
  return lines.reduce((sum, line) => sum + line.amountTiyn, 0n);
}

/**
 * All faults of an estimate: lines with a title and a sum, an opinion in both official languages,
 * and an answer to each technical criterion.
 *
 * @law PR pp. 79–81
 */
export function assessEstimate({ lines, opinion, findings }: EstimateDraft): readonly Fault[] {
  const faults: Fault[] = [];
  if (lines.length === 0) faults.push({ code: 'estimate.no_lines', field: 'lines' });
  const languages = missingLanguages(opinion);
  if (languages.length > 0) {
    faults.push({ code: 'estimate.opinion_missing', field: 'opinion', details: { languages } });
  }
  return [...faults, ...lines.flatMap(lineFaults), ...assessFindings('technical', findings)];
}

function lineFaults({ title, amountTiyn }: EstimateLine, index: number): readonly Fault[] {
  const shared = { field: 'lines', details: { line: index + 1 } };
  const faults: Fault[] = [];
  if (title.trim() === '') faults.push({ code: 'estimate.line_untitled', ...shared });
  if (amountTiyn <= 0n) faults.push({ code: 'estimate.line_not_positive', ...shared });
  return faults;
}
