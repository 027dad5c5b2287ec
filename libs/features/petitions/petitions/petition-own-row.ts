import type { CivilDate } from '#rules/kernel/civil-date.js';
import { thresholdOn } from '#rules/petitions/threshold.js';
import { isTerritoryLevel } from '#rules/registry/territory-level.js';
import type { PetitionRefusalRow, PetitionRow } from './petition-row.js';
import { type StoredThreshold, storedThreshold } from './stored-threshold.js';

/** A petition as it comes from the database. */
export interface OwnColumns extends Omit<PetitionRow, 'refusal' | 'withdrawal'> {
  readonly peopleNow: number | null;
  readonly peopleOn: CivilDate | null;
  readonly peopleSource: string | null;
  readonly ground: PetitionRefusalRow['ground'] | null;
  readonly subject: PetitionRefusalRow['subject'];
  readonly earlierNumber: string | null;
  readonly reasonsKk: string;
  readonly reasonsRu: string;
  readonly refusedAt: Date;
  readonly refuserKk: string;
  readonly refuserRu: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnFor: string | null;
}

/**
 * The row of a petition.
 *
 * @param today of which the threshold is shown while none is frozen; null where one is
 */
export function rowOf(columns: OwnColumns, today: CivilDate | null): PetitionRow {
  const { peopleNow, peopleOn, peopleSource, ground, subject, ...rest } = columns;
  const { earlierNumber, reasonsKk, reasonsRu, refusedAt, refuserKk, refuserRu, ...most } = rest;
  const { withdrawnAt, withdrawnFor, ...petition } = most;
  const refusal = ground && {
    ground,
    subject,
    earlierNumber,
    reasons: { kk: reasonsKk, ru: reasonsRu },
    at: refusedAt,
    post: { kk: refuserKk, ru: refuserRu },
  };
  const threshold = today === null ? columns.threshold : thresholdToday(columns, today);
  const withdrawal = withdrawnAt && { at: withdrawnAt, reason: withdrawnFor ?? '' };
  return { ...petition, threshold, refusal, withdrawal };
}

function thresholdToday(columns: OwnColumns, on: CivilDate): StoredThreshold | null {
  const { territoryLevel: level, body, peopleNow, peopleOn, peopleSource } = columns;
  if (!isTerritoryLevel(level)) return null;
  const isCounted = peopleNow !== null && peopleOn !== null;
  const population = isCounted
    ? { people: peopleNow, on: peopleOn, source: peopleSource ?? '' }
    : null;
  const threshold = thresholdOn({ body, level }, population, on);
  return threshold && storedThreshold(threshold);
}
