import type { Fault } from '#rules/kernel/domain-error.js';
import { type Moment, toEpochMs } from '#rules/kernel/instant.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { assessCost } from './cost-cap.js';

/** What stands for and against admitting a proposal to the vote. */
export interface AdmissionDraft {
  readonly now: Moment;
  readonly votingFrom: Moment;
  readonly checkedCostTiyn: Tiyn | null;
  readonly capTiyn: Tiyn | null;
  /** The last formal check of the present text; null where none was made. */
  readonly checkPassed: boolean | null;
  /** The Council's decision on the present text; null where none is on record. */
  readonly councilAdmitted: boolean | null;
}

/**
 * All faults of an admission: the list is made before the voting opens, at a cost within the cap,
 * and never against a failed check or the Council's decision.
 *
 * @law PR pp. 77, 80–82
 * @example assessAdmission({ …, now: votingFrom }) // → [{ code: 'admission.voting_open', … }]
 */
export function assessAdmission(draft: AdmissionDraft): readonly Fault[] {
  const faults: Fault[] = [...assessListOpen(draft)];
  if (draft.checkPassed === false) faults.push({ code: 'admission.check_not_passed' });
  if (draft.councilAdmitted === false) faults.push({ code: 'admission.council_refused' });
  return [...faults, ...assessCost(draft.checkedCostTiyn, draft.capTiyn)];
}

/** What stands on the ballot paper changes only before its voting opens; else one fault. */
export function assessListOpen({
  now,
  votingFrom,
}: Pick<AdmissionDraft, 'now' | 'votingFrom'>): readonly Fault[] {
  return toEpochMs(now) < toEpochMs(votingFrom) ? [] : [{ code: 'admission.voting_open' }];
}
