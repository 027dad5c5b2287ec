import type { Fault } from '#rules/kernel/domain-error.js';
import { isLink } from '#rules/kernel/link.js';

/**
 * Who may have signed the answer.
 *
 * @law LSG art. 21-1, redaction of 2026-07-01 (`law.md` 2.6)
 */
export const INQUIRY_SIGNATORIES = ['addressee', 'first-head', 'deputy-head'] as const;

export type InquirySignatory = (typeof INQUIRY_SIGNATORIES)[number];

/** What the deputy says of an answer. */
export const INQUIRY_VERDICTS = ['satisfied', 'partly', 'not-satisfied'] as const;

export type InquiryVerdict = (typeof INQUIRY_VERDICTS)[number];

/** An answer as it is entered. */
export interface WrittenAnswer {
  readonly signatory: string;
  /** Full name and post of who signed. */
  readonly signedBy: string;
  readonly signedPost: string;
  readonly body: string;
  readonly links: readonly string[];
}

const LONGEST_BODY = 20_000;
const MOST_LINKS = 10;

/**
 * All faults of the answer to an inquiry: signed by the addressee, the first head or the deputy
 * head, with a text and links that can be opened.
 *
 * @law LSG art. 21-1, redaction of 2026-07-01 (`law.md` 2.6)
 * @example assessInquiryAnswer({ …, body: '' }) // → [{ code: 'inquiry.answer_missing', field: 'body' }]
 */
export function assessInquiryAnswer(answer: WrittenAnswer): readonly Fault[] {
  const { signatory, signedBy, signedPost, body, links } = answer;
  const faults: Fault[] = [];
  if (!(INQUIRY_SIGNATORIES as readonly string[]).includes(signatory))
    faults.push({ code: 'inquiry.signatory_unlisted', field: 'signatory' });
  if (signedBy.trim() === '') faults.push({ code: 'inquiry.signer_missing', field: 'signedBy' });
  if (signedPost.trim() === '')
    faults.push({ code: 'inquiry.signer_post_missing', field: 'signedPost' });
  if (body.trim() === '') faults.push({ code: 'inquiry.answer_missing', field: 'body' });
  if (body.length > LONGEST_BODY) faults.push({ code: 'form.too_long', field: 'body' });
  if (links.length > MOST_LINKS) faults.push({ code: 'inquiry.too_many_links', field: 'links' });
  if (!links.every(isLink)) faults.push({ code: 'form.not_a_link', field: 'links' });
  return faults;
}

/** All faults of what the deputy says of an answer. */
export function assessInquiryComment(comment: {
  readonly verdict: string;
  readonly body: string;
}): readonly Fault[] {
  const faults: Fault[] = [];
  if (!(INQUIRY_VERDICTS as readonly string[]).includes(comment.verdict))
    faults.push({ code: 'form.choose_one', field: 'verdict' });
  if (comment.body.trim() === '') faults.push({ code: 'inquiry.comment_missing', field: 'body' });
  return faults;
}
