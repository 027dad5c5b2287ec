import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ConstituencyKind } from '#rules/registry/convocation.js';
import type { DemoPerson } from './demo-person.js';

export interface DemoConstituency {
  readonly kind: ConstituencyKind;
  readonly name: OfficialText;
  readonly seats: number;
  readonly territories: readonly (readonly [kato: string, part?: OfficialText])[];
}

export interface DemoMandate {
  readonly person: DemoPerson;
  /** Number of the constituency and of the seat in it. */
  readonly at: readonly [constituency: number, seat: number];
  readonly party?: OfficialText;
  /** Numbers of the commissions; the deputy chairs the one that `chairs` names. */
  readonly commissions: readonly number[];
  readonly chairs?: number;
  readonly reception?: OfficialText;
  /** Years for which the deputy told the population of the work. */
  readonly reported: readonly number[];
  readonly resignedOn?: CivilDate;
  readonly recallRequests?: number;
}

/** An invented maslikhat for one term. */
export interface DemoMaslikhat {
  readonly territory: string;
  readonly number: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly constituencies: readonly DemoConstituency[];
  readonly commissions: readonly OfficialText[];
  readonly mandates: readonly DemoMandate[];
}
