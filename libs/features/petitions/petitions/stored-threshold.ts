import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Threshold } from '#rules/petitions/threshold.js';
import type { LegalSource } from '#rules/rulebook/legal-value.js';

/** A threshold as it is kept in the petition's row and shown with its source. */
export interface StoredThreshold {
  readonly required: number;
  /** `1/20`; null where the number is fixed. */
  readonly share: string | null;
  readonly population: number | null;
  readonly populationOn: CivilDate | null;
  readonly populationSource: string | null;
  readonly source: LegalSource;
}

/** What is kept of a threshold for good. */
export function storedThreshold(threshold: Threshold): StoredThreshold {
  const { required, share, population, source } = threshold;
  return {
    required,
    share: share && `${share.num}/${share.den}`,
    population: population?.people ?? null,
    populationOn: population?.on ?? null,
    populationSource: population?.source ?? null,
    source,
  };
}
