import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type BudgetDay, lastDayOf } from './budget-days.js';
import { type BudgetDraft, assessDraft } from './budget-draft.js';
import { type BudgetTier, needsAssembly } from './budget-tier.js';
import { type HousingFloor, assessHousingFloor } from './housing-floor.js';
import type { LineOrigin } from './line-origin.js';

/** A draft on its way to the maslikhat. */
export interface BudgetSubmission {
  readonly tier: BudgetTier;
  readonly draft: BudgetDraft;
  /** Day of the assembly's decision, by minutes; null while it did not agree. */
  readonly assemblyAgreedOn: CivilDate | null;
  /** Null where the national participation budget does not reach the place. */
  readonly floor: HousingFloor | null;
  readonly today: CivilDate;
}

/** Days by which a submission is late; it is taken all the same, and the lateness shown. */
export interface SubmissionLateness {
  readonly by: CivilDate;
  readonly isLate: boolean;
}

/**
 * All faults of submitting a draft: its lines and balance, the floor of residents' money, and for a
 * rural budget the agreement of the assembly, without which nothing is submitted.
 *
 * @law LSG art. 39-3; PR p. 77; BC arts. 86–93 (`law.md` 4.2)
 * @example assessSubmission({ tier: 'local', assemblyAgreedOn: null, … }, isThere)
 * // → [{ code: 'budget.assembly_not_agreed' }]
 */
export function assessSubmission(
  submission: BudgetSubmission,
  isThere: (origin: LineOrigin) => boolean,
): readonly Fault[] {
  return [
    ...assemblyFaults(submission),
    ...assessDraft(submission.draft, isThere),
    ...(submission.floor === null ? [] : assessHousingFloor(submission.floor)),
  ];
}

/** Is the submission late by the budget's calendar? Null where the calendar has no such day. */
export function submissionLateness(
  days: readonly BudgetDay[],
  today: CivilDate,
): SubmissionLateness | null {
  const by = lastDayOf('maslikhat', days);
  return by === null ? null : { by, isLate: today > by };
}

function assemblyFaults({ tier, assemblyAgreedOn, today }: BudgetSubmission): readonly Fault[] {
  if (!needsAssembly(tier)) return [];
  const isAgreed = assemblyAgreedOn !== null && assemblyAgreedOn <= today;
  return isAgreed ? [] : [{ code: 'budget.assembly_not_agreed' }];
}
