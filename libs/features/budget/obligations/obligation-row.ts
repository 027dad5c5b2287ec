import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ObligationKind, OwnerPost } from '#rules/obligations/obligation-kind.js';

/** What a duty is about: `number` is how people know it. */
export interface DutyObject {
  readonly kind: 'round' | 'petition' | 'inquiry' | 'minutes' | 'budget' | 'body' | 'dismissal';
  readonly id: string;
  readonly part: string;
}

/** A duty as the records tell it. */
export interface Duty {
  readonly kind: ObligationKind;
  readonly post: OwnerPost;
  readonly territory: string;
  readonly objectKind: DutyObject['kind'];
  readonly objectId: string;
  readonly part: string;
  readonly eventOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly metOn: CivilDate | null;
}

/** A duty on the list, with the names that people know. */
export interface ObligationRow extends Duty {
  readonly id: string;
  readonly territoryName: OfficialText;
  /** Day on which the owner was warned; null while nobody was. */
  readonly warnedOn: CivilDate | null;
  /** Who stands in for the owner today; null while nobody does. */
  readonly standIn: { readonly name: string; readonly until: CivilDate } | null;
  readonly today: CivilDate;
}

/** The duties of one post in one place, as days. */
export interface DutyDaysRow {
  readonly post: OwnerPost;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly eventOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly metOn: CivilDate | null;
}
