import type { BodyKind } from '#rules/assemblies/body-kind.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** What a member is besides a member. */
export type MemberPost = 'member' | 'chair' | 'secretary';

/** A delegate by full name: who represents residents is public. */
export interface BodyMemberRow {
  readonly id: string;
  readonly name: string;
  readonly settlement: string;
  readonly settlementName: OfficialText;
  readonly post: MemberPost;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Seat that this one took over. */
  readonly replaces: string | null;
  readonly onCommission: boolean;
  /** Known on the roll, so that the member can sign in and remark. */
  readonly isKnown: boolean;
}

/** A body of residents in one term. */
export interface BodyRow {
  readonly id: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly territoryPath: readonly string[];
  readonly kind: BodyKind;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly version: number;
  /** Everybody who has or had a seat in the term, by settlement and name. */
  readonly members: readonly BodyMemberRow[];
}
