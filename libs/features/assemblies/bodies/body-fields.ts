import type { BodyKind } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { MemberPost } from './body-row.js';

/** A seat as the secretary enters it. */
export interface MemberFields {
  /** Of a seat that is known already; null for a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly settlement: string;
  readonly post: MemberPost;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly replaces: string | null;
  readonly onCommission: boolean;
  /** Lets the member sign in; null: unknown, or as it is. */
  readonly iin: string | null;
}

/** A body in one term, with everybody who has or had a seat. */
export interface BodyFields {
  readonly territory: string;
  readonly kind: BodyKind;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly members: readonly MemberFields[];
  /** Version that the secretary saw; null: whichever there is. */
  readonly version: number | null;
}
