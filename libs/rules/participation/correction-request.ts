import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';

/** Fields that a proposal can be returned for. */
export const CORRECTABLE_FIELDS = [
  'title',
  'category',
  'territory',
  'address',
  'coordinates',
  'problem',
  'idea',
  'cost',
  'photos',
  'documents',
] as const;

export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

/** A return of a proposal to its author: what is wrong, field by field, and until when. */
export interface CorrectionRequest {
  readonly remarks: readonly { readonly field: string; readonly remark: string }[];
  /** Last day for the author. */
  readonly deadline: CivilDate;
  /** The earliest last day that leaves the author the time due. */
  readonly earliestDeadline: CivilDate;
  /** Last day of the review, after which a correction comes too late. */
  readonly reviewUntil: CivilDate;
}

/**
 * All faults of a return: at least one field of the form, a remark on each, and a deadline that
 * leaves the author the time due and still lies within the review.
 *
 * @example assessCorrectionRequest({ remarks: [], … }) // → codes correction.no_fields
 */
export function assessCorrectionRequest(request: CorrectionRequest): readonly Fault[] {
  const { remarks } = request;
  const fields = new Set(remarks.map(({ field }) => field));
  const faults: Fault[] = [];
  if (remarks.length === 0) faults.push({ code: 'correction.no_fields', field: 'remarks' });
  if (fields.size < remarks.length)
    faults.push({ code: 'correction.field_twice', field: 'remarks' });
  return [...faults, ...remarks.flatMap(remarkFaults), ...deadlineFaults(request)];
}

function remarkFaults({ field, remark }: CorrectionRequest['remarks'][number]): readonly Fault[] {
  const faults: Fault[] = [];
  if (!(CORRECTABLE_FIELDS as readonly string[]).includes(field)) {
    faults.push({ code: 'correction.unknown_field', field });
  }
  if (remark.trim() === '') faults.push({ code: 'correction.remark_missing', field });
  return faults;
}

function deadlineFaults(request: CorrectionRequest): readonly Fault[] {
  const { deadline, earliestDeadline, reviewUntil } = request;
  if (deadline < earliestDeadline) {
    const details = { earliest: earliestDeadline };
    return [{ code: 'correction.deadline_too_short', field: 'deadline', details }];
  }
  if (deadline > reviewUntil) {
    const details = { latest: reviewUntil };
    return [{ code: 'correction.deadline_after_review', field: 'deadline', details }];
  }
  return [];
}
