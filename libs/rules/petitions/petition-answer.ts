import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { isLink } from '#rules/kernel/link.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import type { PetitionBasis } from './petition-kind.js';
import { discussionFrom } from './petition-terms.js';

/** What a body may decide; texts for people are `petitions.decisions.<code>`. */
export const PETITION_DECISIONS = ['satisfied', 'partly', 'refused'] as const;

export type PetitionDecision = (typeof PETITION_DECISIONS)[number];

/** A public discussion of the draft decision. */
export interface Discussion {
  readonly announcedOn: CivilDate;
  readonly heldOn: CivilDate;
}

/** An answer as the addressee's head signs it. */
export interface AnswerDraft {
  readonly decision: string;
  /** Facts and law, in both official languages. */
  readonly reasons: OfficialText;
  /** Where and until when one may complain about it. */
  readonly appeal: OfficialText;
  readonly decidedOn: CivilDate;
  /** Members of the commission or working group. */
  readonly workingGroup: readonly string[];
  readonly visitedOn: CivilDate | null;
  /** Why no facts needed a visit, where there was none. */
  readonly noVisitBecause: OfficialText | null;
  /** Documents elsewhere. */
  readonly documents: readonly { readonly url: string }[];
}

/** What is known of a petition about to be answered. */
export interface AnsweredPetition {
  readonly reachedOn: CivilDate;
  /** The announced discussion, if there was one. */
  readonly discussion: Discussion | null;
  /** Do the duties of chapter 12-1 bind the addressee, or are they borrowed as a measure? */
  readonly basis: PetitionBasis;
}

/**
 * The fault of a discussion announced too late for its day.
 *
 * @law APPC art. 90-5(2)
 */
export function assessDiscussion(discussion: Discussion, rulesOn: CivilDate): readonly Fault[] {
  const earliest = discussionFrom({ announcedOn: discussion.announcedOn, rulesOn });
  if (discussion.heldOn >= earliest) return [];
  return [{ code: 'petition-answer.short_notice', field: 'heldOn', details: { earliest } }];
}

/**
 * All faults of an answer: the decision is one of three and reasoned. Where the chapter binds, the
 * right to complain is explained, a working group worked, the place was seen or needed no visit, and
 * the draft was discussed in public; in a deputy's collection people are shown what was left out.
 *
 * @law APPC arts. 90-5(2), 90-6(1)–(2)
 * @example assessAnswer({ ...answer, decision: 'maybe' }, petition, today)
 * // → [{ code: 'petition-answer.unknown_decision', field: 'decision' }]
 */
export function assessAnswer(
  answer: AnswerDraft,
  petition: AnsweredPetition,
  today: CivilDate,
): readonly Fault[] {
  return [
    ...decisionFaults(answer.decision),
    ...textFaults('reasons', answer.reasons),
    ...dayFaults(answer, petition.reachedOn, today),
    ...linkFaults(answer),
    ...(petition.basis === 'law' ? dutyFaults(answer, petition) : []),
  ];
}

function decisionFaults(decision: string): readonly Fault[] {
  if ((PETITION_DECISIONS as readonly string[]).includes(decision)) return [];
  return [{ code: 'petition-answer.unknown_decision', field: 'decision' }];
}

function textFaults(field: 'reasons' | 'appeal', text: OfficialText): readonly Fault[] {
  const languages = missingLanguages(text);
  if (languages.length === 0) return [];
  return [{ code: `petition-answer.${field}_missing`, field, details: { languages } }];
}

function dayFaults(
  { decidedOn, visitedOn }: AnswerDraft,
  reachedOn: CivilDate,
  today: CivilDate,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (decidedOn < reachedOn || decidedOn > today)
    faults.push({ code: 'petition-answer.impossible_day', field: 'decidedOn' });
  if (visitedOn !== null && (visitedOn < reachedOn || visitedOn > today))
    faults.push({ code: 'petition-answer.impossible_visit', field: 'visitedOn' });
  return faults;
}

function linkFaults({ documents }: AnswerDraft): readonly Fault[] {
  if (documents.every(({ url }) => isLink(url))) return [];
  return [{ code: 'form.not_a_link', field: 'documents' }];
}

function dutyFaults(answer: AnswerDraft, { discussion }: AnsweredPetition): readonly Fault[] {
  const faults: Fault[] = [...textFaults('appeal', answer.appeal)];
  if (answer.workingGroup.length === 0)
    faults.push({ code: 'petition-answer.no_working_group', field: 'workingGroup' });
  if (answer.visitedOn === null && !isVisitExcused(answer.noVisitBecause))
    faults.push({ code: 'petition-answer.no_visit', field: 'visitedOn' });
  if (discussion === null || discussion.heldOn > answer.decidedOn)
    faults.push({ code: 'petition-answer.not_discussed', field: 'decidedOn' });
  return faults;
}

function isVisitExcused(reason: OfficialText | null): boolean {
  return reason !== null && missingLanguages(reason).length === 0;
}
