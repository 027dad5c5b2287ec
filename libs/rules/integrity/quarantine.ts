import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import { SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import type { IntegrityFinding, IntegritySignal } from './integrity-report.js';

/** What is moved for a batch of ballots: that they are not counted, or that they are again. */
export const QUARANTINE_AIMS = ['set-aside', 'release'] as const;
export type QuarantineAim = (typeof QUARANTINE_AIMS)[number];

/** Which finding of an integrity report a batch is made of; nothing else can be set aside. */
export interface BatchOfFinding {
  readonly signal: IntegritySignal;
  /** The place or the year of birth, null where the finding names none. */
  readonly where: string | null;
}

/** How many ballots a motion takes or brings back, and how many would count after it. */
export interface BatchSize {
  readonly ballots: number;
  readonly left: number;
}

/**
 * The finding that a batch stands for.
 *
 * @example findingOf([{ signal: 'night', measured: 30, threshold: 15 }], { signal: 'night', where: null })
 */
export function findingOf(
  findings: readonly IntegrityFinding[],
  { signal, where }: BatchOfFinding,
): IntegrityFinding | null {
  const found = findings.find((one) => one.signal === signal && (one.where ?? null) === where);
  return found ?? null;
}

/**
 * May so many ballots be set aside? Whoever compares the counts before and after learns what the
 * batch chose, and what is left tells the choices of the others: both are nobody, or ten and more.
 *
 * @example batchSizeFaults({ ballots: 9, left: 200 }) // → code quarantine.batch_too_small
 */
export function batchSizeFaults({ ballots, left }: BatchSize): readonly Fault[] {
  const details = { least: SMALLEST_GROUP };
  return [
    ...(ballots < SMALLEST_GROUP ? [{ code: 'quarantine.batch_too_small', details }] : []),
    ...(left > 0 && left < SMALLEST_GROUP ? [{ code: 'quarantine.rest_too_small', details }] : []),
  ];
}

/**
 * Every motion is stated in both languages and concerns a batch that is large enough.
 *
 * @throws DomainError rule-violated `quarantine.invalid` with all faults
 */
export function assertMovable(reason: OfficialText, size: BatchSize): void {
  assertNoFaults('quarantine.invalid', [...reasonFaults(reason), ...batchSizeFaults(size)]);
}

/** @throws DomainError rule-violated `quarantine.invalid` */
export function assertReasoned(reason: OfficialText): void {
  assertNoFaults('quarantine.invalid', reasonFaults(reason));
}

function reasonFaults(reason: OfficialText): readonly Fault[] {
  const languages = missingLanguages(reason);
  if (languages.length === 0) return [];
  return [{ code: 'quarantine.reason_missing', field: 'reason', details: { languages } }];
}
