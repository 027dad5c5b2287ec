import type { DiscrepancyKind } from '#rules/implementation/discrepancy-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** What a discrepancy is about. */
export type DiscrepancyObject = 'project' | 'round' | 'meeting' | 'budget';

/** Something that does not follow from what it should. */
export interface DiscrepancyRow {
  /** Stays the same while the discrepancy stands. */
  readonly id: string;
  readonly kind: DiscrepancyKind;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly objectKind: DiscrepancyObject;
  readonly objectId: string;
  /** As people know it. */
  readonly title: OfficialText;
  /** The day from which it can be seen. */
  readonly since: CivilDate;
  /** What the sentence about it says; sums are tiyn as text. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly today: CivilDate;
}
