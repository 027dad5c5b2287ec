import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { assessSigners, deputiesNeededOn } from './dismissal-votes.js';

/** Signature sheets of deputies, as they were handed in. */
export interface SignatureSheets {
  /** Deputies of the maslikhat who hold a mandate. */
  readonly deputies: readonly string[];
  readonly signedBy: readonly string[];
}

/** What the check of signature sheets found. */
export interface SheetsCheck {
  /** Deputies of the maslikhat who hold a mandate. */
  readonly deputies: readonly string[];
  /** Who signed the sheets that were handed in. */
  readonly signedBy: readonly string[];
  /** Whose signatures are valid. */
  readonly valid: readonly string[];
  readonly on: CivilDate;
}

/**
 * All faults of handing in signature sheets: somebody signed, deputies only, each once. Whether they
 * are enough is for the check to find.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 */
export function assessSheets(sheets: SignatureSheets): readonly Fault[] {
  if (sheets.signedBy.length > 0) return assessSigners(sheets);
  return [{ code: 'dismissal.nobody_signed', field: 'signedBy' }];
}

/**
 * All faults of confirming signature sheets: only those who signed them, each once, and a fifth of
 * all deputies. With fewer the matter lapses.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 * @example assessSheetsCheck({ …, valid: ['d1', 'd2', 'd3'], on: '2026-11-21' })
 * // of 16 deputies → [{ code: 'dismissal.too_few_deputies', details: { signed: 3, required: 4 } }]
 */
export function assessSheetsCheck(check: SheetsCheck): readonly Fault[] {
  const { valid, signedBy, deputies, on } = check;
  const strangers = valid.filter((deputy) => !signedBy.includes(deputy));
  const required = deputiesNeededOn(on, deputies.length);
  const signed = countValid(check);
  const field = 'signedBy';
  const faults: Fault[] = [];
  if (strangers.length > 0)
    faults.push({ code: 'dismissal.not_on_the_sheets', field, details: { strangers } });
  if (new Set(valid).size < valid.length) faults.push({ code: 'dismissal.signed_twice', field });
  if (signed < required)
    faults.push({ code: 'dismissal.too_few_deputies', field, details: { signed, required } });
  return faults;
}

/** Valid signatures of deputies who still hold their mandate, each once. */
function countValid({ valid, signedBy, deputies }: SheetsCheck): number {
  return new Set(valid.filter((one) => signedBy.includes(one) && deputies.includes(one))).size;
}
