import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ConstituencyKind } from '#rules/registry/convocation.js';
import type { MandateEndGround } from '#rules/registry/mandate.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';

/** A unit of a constituency; `part` names streets where it belongs to it only in part. */
export interface ConstituencyTerritoryRow {
  readonly kato: string;
  readonly name: OfficialText;
  readonly part: OfficialText | null;
}

export interface ConstituencyRow {
  readonly id: string;
  readonly number: number;
  readonly kind: ConstituencyKind;
  readonly name: OfficialText;
  readonly seats: number;
  readonly territories: readonly ConstituencyTerritoryRow[];
}

/** A deputy in a list, by full name: who holds a mandate is public. */
export interface DeputyLine {
  /** Of the mandate, which is the deputy's id in addresses. */
  readonly id: string;
  readonly personId: string;
  readonly constituencyId: string;
  readonly seat: number;
  readonly name: string;
  readonly party: OfficialText | null;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export interface CommissionRow {
  readonly id: string;
  readonly name: OfficialText;
  /** Ids of its members' mandates, the chair's first. */
  readonly members: readonly string[];
  readonly chair: string | null;
}

/** A maslikhat as it stands today. */
export interface MaslikhatRow {
  readonly convocationId: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly number: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly today: CivilDate;
  readonly constituencies: readonly ConstituencyRow[];
  /** Everybody who held a mandate of this convocation, also those whose mandate is over. */
  readonly deputies: readonly DeputyLine[];
  readonly commissions: readonly CommissionRow[];
}

export interface DeputyReportRow {
  readonly year: number;
  readonly on: CivilDate;
  readonly place: OfficialText;
  readonly link: string | null;
  readonly enclosures: readonly EnclosureRow[];
}

/** A deputy with all that is public. */
export interface DeputyRow extends DeputyLine {
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly convocation: {
    readonly id: string;
    readonly number: string;
    readonly from: CivilDate;
    readonly until: CivilDate;
  };
  readonly constituency: ConstituencyRow;
  readonly phone: string | null;
  readonly email: string | null;
  readonly reception: OfficialText | null;
  readonly end: { readonly ground: MandateEndGround; readonly act: string } | null;
  readonly commissions: readonly { readonly name: OfficialText; readonly isChair: boolean }[];
  readonly reports: readonly DeputyReportRow[];
  readonly recallRequests: readonly { readonly number: string; readonly on: CivilDate }[];
  readonly today: CivilDate;
  readonly version: number;
}
