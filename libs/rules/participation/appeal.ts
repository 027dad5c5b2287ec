import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import type { ProposalState } from './proposal-lifecycle.js';

/** The author's remarks on a provisional refusal. */
export interface AppealDraft {
  readonly state: ProposalState;
  readonly appellantId: string;
  readonly authorIds: readonly string[];
  readonly remarks: string;
  readonly today: CivilDate;
  /** Last day for the remarks, stored with the refusal. */
  readonly deadline: CivilDate;
}

/** The decision of the re-examination. */
export interface AppealDecision {
  readonly deciderId: string;
  /** Everybody who took part in the refusal. */
  readonly refuserIds: readonly string[];
  readonly authorIds: readonly string[];
  readonly reasons: OfficialText;
}

/**
 * All faults of an appeal: by an author, against a provisional refusal, in time, saying something.
 *
 * @law PR p. 81 is silent: local practice (`law.md` 1.2)
 * @example assessAppeal({ …, today: '2027-03-12', deadline: '2027-03-11' })
 * // → [{ code: 'appeal.too_late', details: { deadline: '2027-03-11' } }]
 */
export function assessAppeal(appeal: AppealDraft): readonly Fault[] {
  const { state, deadline } = appeal;
  const faults: Fault[] = [];
  if (!appeal.authorIds.includes(appeal.appellantId))
    faults.push({ code: 'appeal.not_the_author' });
  if (state !== 'provisionally-refused') {
    faults.push({ code: 'appeal.nothing_to_appeal', details: { state } });
  }
  if (appeal.today > deadline) faults.push({ code: 'appeal.too_late', details: { deadline } });
  if (appeal.remarks.trim() === '')
    faults.push({ code: 'appeal.remarks_missing', field: 'remarks' });
  return faults;
}

/**
 * May this person decide the appeal? Never one who took part in the refusal, nor an author.
 *
 * @example canDecideAppeal({ deciderId: 'b', refuserIds: ['a'], authorIds: ['c'] }) // → true
 */
export function canDecideAppeal({
  deciderId,
  refuserIds,
  authorIds,
}: Omit<AppealDecision, 'reasons'>): boolean {
  return !refuserIds.includes(deciderId) && !authorIds.includes(deciderId);
}

/** All faults of a decision on an appeal: by another person than the refusers, with its reasons. */
export function assessAppealDecision(decision: AppealDecision): readonly Fault[] {
  const faults: Fault[] = [];
  if (decision.refuserIds.includes(decision.deciderId)) {
    faults.push({ code: 'appeal.decided_by_refuser' });
  }
  if (decision.authorIds.includes(decision.deciderId)) {
    faults.push({ code: 'appeal.decided_by_author' });
  }
  const languages = missingLanguages(decision.reasons);
  if (languages.length > 0) {
    faults.push({ code: 'appeal.reasons_missing', field: 'reasons', details: { languages } });
  }
  return faults;
}
