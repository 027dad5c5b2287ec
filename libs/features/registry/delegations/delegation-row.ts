import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** Duties of a post in somebody else's hands for a time. */
export interface DelegationRow {
  readonly id: string;
  readonly role: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly post: OfficialText;
  readonly fromPerson: string;
  readonly fromName: string;
  readonly toName: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** The order by which it is done, as it calls itself. */
  readonly act: string;
}

/** A post that the person holds in person, not for somebody else. */
export interface OwnPostRow {
  readonly holdingId: string;
  readonly role: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly post: OfficialText;
}

/** Somebody in office near enough to stand in. */
export interface StandInRow {
  readonly id: string;
  readonly name: string;
  readonly post: OfficialText;
}
