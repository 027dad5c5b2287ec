import type { VoteSide } from '#rules/assemblies/agenda-votes.js';
import type { DismissalGround } from '#rules/assemblies/dismissal-ground.js';
import type { DismissalAct, DismissalState } from '#rules/assemblies/dismissal-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';

/** On which of the law's grounds a dismissal was raised. */
export type RaisedGround = Exclude<DismissalGround['kind'], 'none'>;

/** A deputy as an act names one. */
export interface NamedDeputyRow {
  /** Id of the mandate. */
  readonly id: string;
  readonly name: string;
}

/** One act of a dismissal; acts are never changed. */
export interface DismissalActRow {
  readonly id: string;
  readonly number: number;
  readonly act: DismissalAct;
  readonly state: DismissalState;
  readonly on: CivilDate;
  /** Last day of the step that follows; null where the law sets none. */
  readonly stepBy: CivilDate | null;
  /** Who signed, or whose signatures are valid. */
  readonly deputies: readonly NamedDeputyRow[];
  /** Of how many deputies, and how many were needed; null where nothing was counted. */
  readonly ofDeputies: number | null;
  readonly required: number | null;
  readonly session: { readonly id: string; readonly number: string } | null;
  readonly present: number | null;
  readonly quorum: number | null;
  /** Number of the decision or of the act, as it calls itself. */
  readonly actNumber: string | null;
  readonly text: OfficialText;
  readonly votes: readonly (NamedDeputyRow & { readonly side: VoteSide })[];
  readonly post: OfficialText;
  readonly enclosures: readonly EnclosureRow[];
}

/** A dismissal in a list. */
export interface ListedDismissalRow {
  readonly id: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly territoryPath: readonly string[];
  readonly maslikhat: string;
  readonly maslikhatName: OfficialText;
  readonly ground: RaisedGround;
  readonly state: DismissalState;
  readonly raisedOn: CivilDate;
  /** Day on which the state was reached. */
  readonly since: CivilDate;
  /** Last day of the next step; null where the law sets none or nothing follows. */
  readonly stepBy: CivilDate | null;
  readonly today: CivilDate;
}

/** A dismissal with every act on it. */
export interface DismissalRow extends ListedDismissalRow {
  /** Full name of the akim it is about; null where nobody was in office. */
  readonly akim: string | null;
  /** The dismissal that this one raises again. */
  readonly repeats: string | null;
  /** Minutes that raised it; null where the question was raised again by deputies. */
  readonly minutes: {
    readonly id: string;
    readonly number: string;
    readonly item: number | null;
    readonly isPublic: boolean;
  } | null;
  /** How many deputies hold a mandate today. */
  readonly deputies: number;
  readonly acts: readonly DismissalActRow[];
}
