import type { CivilDate } from '#rules/kernel/civil-date.js';

/** The akim's yearly report to the population, and whether it was approved. */
export interface HeardReport {
  readonly heardOn: CivilDate;
  readonly approved: boolean;
}

/** Why the akim's dismissal may be raised, and what is missing while it may not. */
export type DismissalGround =
  | { readonly kind: 'assembly-initiative'; readonly on: CivilDate }
  | { readonly kind: 'refused-reports'; readonly refused: number }
  | { readonly kind: 'none'; readonly refused: number; readonly missing: number };

/**
 * How many of the latest reports in a row were not approved.
 *
 * @example refusedInARow([{ heardOn: '2025-02-01', approved: true }, { heardOn: '2026-02-01', approved: false }])
 * // → 1
 */
export function refusedInARow(reports: readonly HeardReport[]): number {
  const newestFirst = reports.toSorted((a, b) => (a.heardOn < b.heardOn ? 1 : -1));
  const approved = newestFirst.findIndex((report) => report.approved);
  return approved === -1 ? newestFirst.length : approved;
}

/**
 * Is there a ground to raise the dismissal of an akim: the assembly's initiative, or reports not
 * approved twice? "Twice" is read as in a row: an approved report between them begins anew.
 *
 * @param refusedReports `akim-dismissal.refused-reports`
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 * @example dismissalGroundOf({ reports: oneRefused, initiativeOn: null }, 2)
 * // → { kind: 'none', refused: 1, missing: 1 }
 */
export function dismissalGroundOf(
  facts: { readonly reports: readonly HeardReport[]; readonly initiativeOn: CivilDate | null },
  refusedReports: number,
): DismissalGround {
  if (facts.initiativeOn !== null) return { kind: 'assembly-initiative', on: facts.initiativeOn };
  const refused = refusedInARow(facts.reports);
  if (refused >= refusedReports) return { kind: 'refused-reports', refused };
  return { kind: 'none', refused, missing: refusedReports - refused };
}
